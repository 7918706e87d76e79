import { createHash, randomBytes } from 'node:crypto';
import {
  composePortalTags,
  derivePortalTag,
  PORTAL_TAG_BYTES,
  PORTAL_TAGS,
  readPortalTags,
} from '@candor/core/review/enrollment';
import { expect, test } from 'vitest';
import { seeded } from '../../../../corpus/generate/seeded.ts';
import { nodeCryptography } from '../../../../lab/src/adapters/keys/cryptography.ts';

const bytesOf = (text: string, length: number): Uint8Array =>
  new Uint8Array(createHash('shake256', { outputLength: length }).update(text).digest());
const compose = (codes: readonly Uint8Array[], secret = bytesOf('filler', 32)) =>
  composePortalTags(nodeCryptography, codes, secret);

test('a tag depends only on the code', async () => {
  const code = bytesOf('code', 16);
  expect(await derivePortalTag(nodeCryptography, code)).toBe(await derivePortalTag(nodeCryptography, code.slice()));
  expect(await derivePortalTag(nodeCryptography, bytesOf('other', 16))).not.toBe(
    await derivePortalTag(nodeCryptography, code),
  );
  expect(Buffer.from(await derivePortalTag(nodeCryptography, code), 'base64url')).toHaveLength(PORTAL_TAG_BYTES);
});

test("the set contains all codes' tags, has one size, and one more code changes one tag", async () => {
  const codes = Array.from({ length: 40 }, (_, at) => bytesOf(`code ${at}`, 16));
  const [none, some, more] = [await compose([]), await compose(codes.slice(1)), await compose(codes)];
  for (const set of [none, some, more]) expect(set).toHaveLength(PORTAL_TAGS * PORTAL_TAG_BYTES);
  const [before, after] = [readPortalTags(some), readPortalTags(more)];
  for (const code of codes) expect(after?.has(await derivePortalTag(nodeCryptography, code))).toBe(true);
  expect([...(after ?? [])].filter((tag) => !before?.has(tag))).toHaveLength(1);
  expect([...(before ?? [])].filter((tag) => !after?.has(tag))).toHaveLength(1);
});

test('refuses invalid sets', async () => {
  const set = await compose([]);
  expect(readPortalTags(set.subarray(8))).toBeNull();
  expect(readPortalTags(new Uint8Array(set.length))).toBeNull();
  expect(readPortalTags(new Uint8Array())).toBeNull();
});

const sum = (set: Uint8Array): number => {
  let total = 0;
  for (const byte of set) total += byte;
  return total;
};

/**
 * Chi-squared of the values of one byte of all tags, with 255 degrees of freedom: 255 on average, above 380 once in
 * 10^6 times.
 */
function measureEvenness(set: Uint8Array, place: number): number {
  const counts = new Array<number>(256).fill(0);
  for (let at = place; at < set.length; at += PORTAL_TAG_BYTES) counts[set[at] ?? 0] = (counts[set[at] ?? 0] ?? 0) + 1;
  const expected = PORTAL_TAGS / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

test('with and without a party, 200 pairs: one size, equally random, and indistinguishable', async () => {
  const random = seeded(Number(process.env['CANDOR_SEED'] ?? 1));
  let guessed = 0;
  for (let pair = 0; pair < 200; pair += 1) {
    const codes = Array.from({ length: random.number(60) }, (_, at) => bytesOf(`pair ${pair} ${at}`, 16));
    const party = Array.from({ length: 1 + random.number(20) }, (_, at) => bytesOf(`party ${pair} ${at}`, 16));
    const secrets = [randomBytes(32), randomBytes(32)];
    const without = await compose(codes, secrets[0]);
    const including = await compose([...codes, ...party], secrets[1]);
    expect(including.length).toBe(without.length);
    for (const set of [without, including])
      for (const place of [pair % 8, 7]) expect(measureEvenness(set, place)).toBeLessThan(400);
    // Somebody who knows no code guesses by the sum of all bytes.
    if (sum(including) > sum(without)) guessed += 1;
  }
  // Of 200 throws of a coin fewer than 60 or more than 140 come once in 10^8 times.
  expect(guessed).toBeGreaterThan(60);
  expect(guessed).toBeLessThan(140);
});
