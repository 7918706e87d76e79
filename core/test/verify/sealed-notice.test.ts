import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeySet } from '@candor/core/notice/operator';
import {
  checkNotice,
  DEFAULT_BUCKET_SHAPE,
  fitsSlot,
  readSiteDescription,
  type SealedNotice,
  sealNotice,
  toSiteDescription,
} from '@candor/core/verify';
import { beforeAll, describe, expect, test } from 'vitest';
import { toShown } from '../../src/verify/received/shown.ts';
import { readSealedNotice, toSealedText } from '../../src/verify/sealed-notice.ts';
import { sealSlot } from '../../src/verify/slot.ts';
import { cryptography, type MadeNotice, type MadeSite, madeNow, makeSite, tools } from './made-site.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
let sealed: SealedNotice;
let site: MadeSite;

beforeAll(async () => {
  site = await makeSite(notice, {
    alter: (made) => {
      sealed = made;
      return made;
    },
  });
});

describe('the content that a code opens', () => {
  test('round-trips', () => {
    expect(readSealedNotice(Buffer.from(toSealedText(sealed)))).toEqual(sealed);
    const uncounted = { ...sealed, counted: null };
    expect(readSealedNotice(Buffer.from(toSealedText(uncounted)))).toEqual(uncounted);
    const address = { exposure: 2, address: 'jo@mail.example' };
    const person = { ...sealed, counted: { position: 1, salt: 'c2FsdA', party: address } };
    expect(readSealedNotice(Buffer.from(toSealedText(person)))).toEqual(person);
    const undated = { ...sealed, built: null };
    expect(readSealedNotice(Buffer.from(toSealedText(undated)))).toEqual(undated);
  });

  test('with one more member in its record is another document', async () => {
    const record = { ...sealed.record, pardon: 'nothing happened' };
    const odd = await makeSite(notice, { alter: (made) => ({ ...made, record }) });
    const check = { code: odd.code, domain: notice.domain, description: odd.description, site: odd.access };
    const found = await checkNotice(tools, {
      isDomainGiven: true,
      ...check,
      received: null,
      fingerprints: [odd.fingerprint],
      now: madeNow,
    });
    expect(found.kind).toBe('unknown');
  });

  test("stays within the reader's limit", () => {
    expect(readSealedNotice(Buffer.from(toSealedText({ ...sealed, text: 'x'.repeat(65_536) })))).toBeNull();
  });
});

describe('a slot', () => {
  const shape = { slots: 2, slotBytes: 1024 };
  const key = new Uint8Array(32).fill(3);
  const nonce = new Uint8Array(12).fill(4);
  const seal = (length: number) =>
    sealSlot(cryptography, shape, key, nonce, {
      deflated: new Uint8Array(length),
      ...{ wavePath: [], inclusion: [], consistency: [], partyPath: [] },
    });

  test('is full for any content: its end does not show the length of the notice', async () => {
    for (const length of [0, 1, 500]) {
      const slot = await seal(length);
      expect(slot).toHaveLength(shape.slotBytes);
      expect(slot?.subarray(-64).filter((byte) => byte === 0).length).toBeLessThan(16);
    }
  });

  test('starts with its own nonce', async () => {
    expect([...((await seal(1))?.subarray(0, 12) ?? [])]).toEqual([...nonce]);
  });

  test('refuses content that does not fit', async () => {
    expect(await seal(990)).not.toBeNull();
    expect(await seal(991)).toBeNull();
  });

  test('keeps room for the longest proof that a later build may need', () => {
    const path = Array.from({ length: 16 }, () => new Uint8Array(32));
    const fits = (length: number) =>
      fitsSlot(() => new Uint8Array(length), { slots: 1, slotBytes: 3072 }, sealed, {
        wavePath: path,
        partyPath: [],
      });
    expect(fits(350)).toBe(true);
    expect(fits(351)).toBe(false);
  });

  test('has room for the proof in the largest log without a second approval', async () => {
    const hashes = (count: number) => Array.from({ length: count }, () => new Uint8Array(32));
    // Slots had 6,144 bytes; room was kept for the path, an inclusion proof of 24 hashes, and 96 bytes.
    const longest = 6144 - 28 - (2 + 1 + 16 * 32) - (1 + 24 * 32) - 96;
    // Those 96 are used up, and it has said since when the site was built.
    const grown = longest + 96 + ',"built":"2001-10-15T09:00:00Z"'.length;
    const proofs = { wavePath: hashes(16), inclusion: hashes(32), consistency: hashes(33), partyPath: [] };
    const code = new Uint8Array(16);
    const deflate = () => new Uint8Array(grown);
    expect(
      await sealNotice(cryptography, deflate, DEFAULT_BUCKET_SHAPE, code, nonce, sealed, proofs),
      'it fits',
    ).not.toBeNull();
  });
});

describe('a foreign description of a site', () => {
  const describeSite = (changes: object) => bytes({ ...(toSiteDescription(site.description) as object), ...changes });
  const buckets = (changes: object) => ({
    buckets: { count: 4096, path: 'n', slots: 2, slotBytes: 6144, ...changes },
  });

  test('is read', () => {
    expect(readSiteDescription(describeSite({}))).toEqual(site.description);
  });

  test.each([
    ['more slots than a page fetches', buckets({ slots: 65 })],
    ['larger slots than a page fetches', buckets({ slotBytes: 65_537 })],
    ['slots that hold nothing', buckets({ slotBytes: 63 })],
    ['another number of buckets', buckets({ count: 8192 })],
    ['another folder', buckets({ path: '../n' })],
    ['another version', { v: 2 }],
    ['more than it needs', { organization: 'x'.repeat(16_384) }],
  ])('is refused with %s', (_, changes) => {
    expect(readSiteDescription(describeSite(changes))).toBeNull();
  });
});

describe('a published key set', () => {
  const operators = ['a', 'b'].map((name) => ({ name, key: name }));
  const read = (changes: object) => readKeySet(bytes({ v: 1, log: 'x', operators, quorum: 2, ...changes }));

  test('of two people who must agree is read', () => {
    expect(read({})).toEqual({ v: 1, log: 'x', operators, quorum: 2 });
  });

  test.each([
    ['one is enough', { quorum: 1 }],
    ['nobody must agree', { quorum: 0 }],
    ['there is one person', { operators: operators.slice(1) }],
    ['somebody has no key', { operators: [...operators, { name: 'c' }] }],
  ])('is refused when %s', (_, changes) => {
    expect(read(changes)).toBeNull();
  });
});

test('invisible or direction characters in foreign text are shown by number', () => {
  expect(toShown('a\u202eb\u200bc\u0007d\te')).toBe('a[U+202E]b[U+200B]c[U+0007]d e');
});
