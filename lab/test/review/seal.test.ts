import {
  isRecipient,
  makeGrant,
  makeSealingKey,
  openContent,
  openGrant,
  openWith,
  readReviewerKey,
  sealContent,
  sealTo,
  toFingerprint,
  toRecipient,
  toReviewerKeyText,
} from '@candor/core/review/seal';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sign = Buffer.alloc(32, 7).toString('base64url');
const [vault, reviewer, other] = await Promise.all([makeSealingKey(), makeSealingKey(), makeSealingKey()]);
const key = { age: reviewer.recipient, sign };
const scope = { incident: 'harbor-2001', party: 'northwind.example', reviewer: toFingerprint(runtime, key) };

describe('sealed messages', () => {
  test('open with the vault, complete and unchanged, at any length', async () => {
    for (const length of [0, 1, 4087, 4088, 4089, 100_000]) {
      const content = new Uint8Array(length).map((_, at) => at % 251);
      const opened = await openContent(vault.identity, await sealContent(vault.recipient, content));
      expect(Buffer.from(opened ?? []).equals(content)).toBe(true);
    }
  });

  test('open with no other key', async () => {
    expect(await openContent(other.identity, await sealContent(vault.recipient, bytes('x')))).toBe(null);
  });

  test('give nothing when altered or truncated', async () => {
    const sealed = await sealContent(vault.recipient, bytes('the whole message'));
    for (const at of [0, 30, 200, 1700, sealed.length - 1]) {
      const altered = sealed.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await openContent(vault.identity, altered), `byte ${at}`).toBe(null);
    }
    for (const length of [0, 100, sealed.length - 1])
      expect(await openContent(vault.identity, sealed.subarray(0, length))).toBe(null);
  });

  test('of similar length have the same size, at little cost', async () => {
    const size = async (length: number) => (await sealContent(vault.recipient, new Uint8Array(length))).length;
    expect(new Set([await size(0), await size(1), await size(4000), await size(4088)]).size).toBe(1);
    const overhead = (await size(0)) - 4096;
    for (const length of [5000, 50_000, 1_000_000]) {
      expect(((await size(length)) - overhead) / length).toBeLessThan(1.13);
    }
  });

  test('refuse content in another form', async () => {
    const sealed = await sealTo(vault.recipient, new Uint8Array(4096).fill(1));
    expect(await openWith(vault.identity, sealed)).not.toBe(null);
    expect(await openContent(vault.identity, sealed)).toBe(null);
  });
});

describe('grants', () => {
  let sealed: Uint8Array;
  beforeAll(async () => {
    sealed = await makeGrant(scope, vault, reviewer.recipient);
  });
  const whole = { ...scope, vault: vault.recipient };

  test('give the reviewer the vault key', async () => {
    expect(await openGrant(reviewer.identity, sealed, whole)).toBe(vault.identity);
  });

  test.for([
    ['incident', 'other'],
    ['party', 'kitagas.example'],
    ['reviewer', '0000-0000-0000-0000-0000-0000-0000-0000'],
    ['vault', other.recipient],
  ])('for another %s open nothing', async ([name = '', value]) => {
    expect(await openGrant(reviewer.identity, sealed, { ...whole, [name]: value })).toBe(null);
  });

  test('open for nobody else', async () => {
    expect(await openGrant(other.identity, sealed, whole)).toBe(null);
  });

  test("with a key other than the vault's are refused", async () => {
    const wrong = await makeGrant(scope, { identity: other.identity, recipient: vault.recipient }, reviewer.recipient);
    expect(await openGrant(reviewer.identity, wrong, whole)).toBe(null);
    const misnamed = await makeGrant(
      scope,
      { identity: vault.identity, recipient: other.recipient },
      reviewer.recipient,
    );
    expect(await openGrant(reviewer.identity, misnamed, whole)).toBe(null);
  });
});

describe('keys', () => {
  test('refuse recipients of another kind: the weaker one would decide', async () => {
    const weak = await identityToRecipient(await generateX25519Identity());
    expect(isRecipient(weak)).toBe(false);
    expect(isRecipient(vault.recipient)).toBe(true);
    await expect(sealTo(weak, bytes('x'))).rejects.toThrow();
    expect(await toRecipient('AGE-SECRET-KEY-PQ-1QQQQ')).toBe(null);
    expect(await toRecipient(vault.identity)).toBe(vault.recipient);
    const encrypter = new Encrypter();
    encrypter.addRecipient(weak);
    expect(await openWith(vault.identity, await encrypter.encrypt('x'))).toBe(null);
  });

  test('the fingerprint covers both keys', () => {
    const fingerprint = toFingerprint(runtime, key);
    expect(fingerprint).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/);
    expect(toFingerprint(runtime, { ...key, age: other.recipient })).not.toBe(fingerprint);
    expect(toFingerprint(runtime, { ...key, sign: Buffer.alloc(32, 8).toString('base64url') })).not.toBe(fingerprint);
  });

  test('a key has one canonical form', () => {
    const text = toReviewerKeyText(key);
    expect(readReviewerKey(text)).toEqual(key);
    for (const wrong of [
      '',
      '{}',
      `${text} `,
      text.replace('"v":1', '"v":2'),
      text.replace(sign, sign.slice(1)),
      JSON.stringify({ ...JSON.parse(text), x: 1 }),
      '[]',
      'null',
      text.repeat(2),
    ]) {
      expect(readReviewerKey(wrong), wrong.slice(0, 40)).toBe(null);
    }
    fc.assert(fc.property(fc.string(), (anything) => readReviewerKey(anything) === null));
  });
});
