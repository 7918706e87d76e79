import { toBase64, toBase64Url } from '@candor/core/ledger';
import {
  addSlot,
  makeWrapping,
  openWithWrapping,
  openWrappedKeys,
  type ReviewerSecret,
  readWrappedHead,
  toRecoveryPlace,
  wrapKeys,
} from '@candor/core/review/wrapped';
import { expect, test } from 'vitest';
import { cryptography, runtime } from '../../verify/made-site.ts';

const reviewer = '0011-2233-4455-6677-8899-aabb-ccdd-eeff';
const prf = new Uint8Array(32).fill(1);
const recovery = new Uint8Array(16).fill(2);
/** Bytes that count on, so that vectors can be made again by anybody. */
function makeRandom(): (lengthBytes: number) => Uint8Array {
  let next = 0;
  return (lengthBytes) => Uint8Array.from({ length: lengthBytes }, () => next++ & 0xff);
}
const secret: ReviewerSecret = {
  incident: 'harbor-2001',
  identity: `AGE-SECRET-KEY-PQ-1${'Q'.repeat(58)}`,
  seed: new Uint8Array(32).fill(7),
  place: await toRecoveryPlace(cryptography, recovery),
  known: {
    keySet: 'ffee-ddcc-bbaa-9988-7766-5544-3322-1100',
    log: { size: 418, root: toBase64(new Uint8Array(32).fill(9)) },
    releases: [{ party: 'northwind.example', release: 2, manifest: 'ab'.repeat(32) }],
  },
  vaults: [{ vault: 'cd'.repeat(32), identity: `AGE-SECRET-KEY-PQ-1${'P'.repeat(58)}` }],
};

async function make(number = 1) {
  const random = makeRandom();
  const empty = makeWrapping(random, reviewer);
  const withRecovery = await addSlot(cryptography, random, empty, 'recovery', recovery);
  const wrapping = await addSlot(cryptography, random, withRecovery, 'passkey', prf);
  return { wrapping, text: await wrapKeys(cryptography, random, wrapping, number, secret) };
}

test('passkey and recovery key each open everything', async () => {
  const { text } = await make(3);
  expect(readWrappedHead(text)).toEqual({ reviewer, number: 3, slots: ['passkey', 'recovery'] });
  for (const [by, bytes] of [
    ['passkey', prf],
    ['recovery', recovery],
  ] as const)
    expect(await openWrappedKeys(cryptography, text, by, bytes)).toMatchObject({ number: 3, secret });
});

test('no other secret opens anything, nor one in place of the other', async () => {
  const { text } = await make();
  for (const [by, bytes] of [
    ['passkey', recovery],
    ['recovery', prf],
    ['passkey', prf.map((byte, at) => (at === 31 ? byte ^ 1 : byte))],
    ['recovery', new Uint8Array()],
  ] as const)
    expect(await openWrappedKeys(cryptography, text, by, bytes)).toBeNull();
});

test("whoever opened an earlier version opens the next; another person's wrapping does not", async () => {
  const { wrapping, text } = await make();
  const next = await wrapKeys(cryptography, makeRandom(), wrapping, 2, { ...secret, vaults: [] });
  expect(await openWithWrapping(cryptography, next, wrapping)).toMatchObject({ number: 2, secret: { vaults: [] } });
  expect(await openWrappedKeys(cryptography, next, 'recovery', recovery)).toMatchObject({ number: 2 });
  const other = { ...wrapping, contentKey: new Uint8Array(32) };
  expect(await openWithWrapping(cryptography, text, other)).toBeNull();
  expect(await openWithWrapping(cryptography, text, { ...wrapping, reviewer: reviewer.replace('0', '1') })).toBeNull();
});

test('a new passkey replaces the first, whose secret opens nothing any more', async () => {
  const { wrapping } = await make();
  const second = new Uint8Array(32).fill(5);
  const replaced = await addSlot(cryptography, makeRandom(), wrapping, 'passkey', second);
  const text = await wrapKeys(cryptography, makeRandom(), replaced, 2, secret);
  expect(await openWrappedKeys(cryptography, text, 'passkey', prf)).toBeNull();
  for (const [by, bytes] of [
    ['passkey', second],
    ['recovery', recovery],
  ] as const)
    expect(await openWrappedKeys(cryptography, text, by, bytes)).toMatchObject({ secret });
});

test('a document with any change opens nothing', async () => {
  const { text } = await make(3);
  const document = JSON.parse(text) as Record<string, unknown> & { slots: Record<string, string>[] };
  const flip = (value: string): string => (value.startsWith('A') ? `B${value.slice(1)}` : `A${value.slice(1)}`);
  const slots = (change: (slot: Record<string, string>) => object) => document.slots.map(change);
  const changed: readonly object[] = [
    { ...document, number: 4 },
    { ...document, reviewer: reviewer.replace('0', '1') },
    { ...document, salt: flip(document['salt'] as string) },
    { ...document, nonce: flip(document['nonce'] as string) },
    { ...document, sealed: flip(document['sealed'] as string) },
    { ...document, slots: slots((slot) => ({ ...slot, nonce: flip(slot['nonce'] ?? '') })) },
    { ...document, slots: slots((slot) => ({ ...slot, sealed: flip(slot['sealed'] ?? '') })) },
    {
      ...document,
      slots: slots((slot) => ({ ...slot, by: slot['by'] === 'passkey' ? 'recovery' : 'passkey' })).reverse(),
    },
  ];
  for (const one of changed)
    for (const [by, bytes] of [
      ['passkey', prf],
      ['recovery', recovery],
    ] as const)
      expect(await openWrappedKeys(cryptography, JSON.stringify(one), by, bytes)).toBeNull();
});

test('reads only the canonical form', async () => {
  const { text } = await make();
  const document = JSON.parse(text) as Record<string, unknown> & { slots: readonly object[] };
  for (const one of [
    '',
    '{}',
    ` ${text}`,
    JSON.stringify({ ...document, v: 2 }),
    JSON.stringify({ ...document, more: 1 }),
    JSON.stringify({ ...document, slots: [] }),
    JSON.stringify({ ...document, slots: document.slots.toReversed() }),
    JSON.stringify({ ...document, slots: [document.slots[0], document.slots[0]] }),
    JSON.stringify({ ...document, number: 0 }),
    JSON.stringify({ ...document, salt: 'AA' }),
    `${text.slice(0, -2)}${'A'.repeat(20_000)}"}`,
  ])
    expect(readWrappedHead(one)).toBeNull();
});

test('matches the vectors of docs/formats/reviewer-key.md', async () => {
  const { text, wrapping } = await make();
  const count = (from: number, length: number) => Uint8Array.from({ length }, (_, at) => from + at);
  expect(wrapping).toMatchObject({ salt: count(0, 32), contentKey: count(32, 32) });
  const derive = async (from: Uint8Array, info: string) =>
    toBase64Url(await cryptography.hkdfSha256(from, `candor wrapped keys v1 ${info}`, 32, count(0, 32)));
  expect(await derive(prf, `slot passkey ${reviewer}`)).toBe('TZ0-gFhoM0d4AzlYnw7Rxhj-bqZcDMXOdFWWxNnXuLE');
  expect(await derive(count(32, 32), `content ${reviewer} 1`)).toBe('k2M3iZjbvlZH_Awj5fBdNR6VI0EDNfYZLveCN3aORtM');
  expect(secret.place).toBe('1pHtZpXf6kz5q-AnQI2QtQ');
  expect(runtime.sha256Hex(text)).toBe('2fb79eed5b33edf003e1b536d073110229af39e6dfe421ed62b9d258198bbd70');
});
