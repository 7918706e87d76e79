import { randomBytes, randomInt } from 'node:crypto';
import { BUCKET_COUNT, type BucketShape, type SealedSlot, toBucketBytes, toBucketName } from '@candor/core/verify';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../../src/adapters/keys/cryptography.ts';
import { fillBuckets } from '../../../src/notice/site/write-site.ts';

/** Small slots, so that hundreds of sites are made in seconds; nothing here depends on how large they are. */
const shape: BucketShape = { slots: 2, slotBytes: 256 };
const pairs = 200;
const noticesOfPair = 20;
/** Random bytes are drawn by the megabyte: a call for each bucket of each site would take minutes. */
let pool = randomBytes(1 << 20);
let used = 0;
function freshBytes(lengthBytes: number): Uint8Array {
  if (used + lengthBytes > pool.length) {
    pool = randomBytes(1 << 20);
    used = 0;
  }
  used += lengthBytes;
  return pool.subarray(used - lengthBytes, used);
}

const content = (party: string): Uint8Array => {
  const plaintext = new Uint8Array(shape.slotBytes - 28);
  plaintext.set(
    Buffer.from(JSON.stringify({ party, figures: { accessed: 312, presumed: 540 }, text: 'An intruder had' })),
  );
  return plaintext;
};

async function sealed(party: string): Promise<SealedSlot> {
  const nonce = freshBytes(12);
  const bytes = await nodeCryptography.sealAes256Gcm(freshBytes(32), nonce, content(party));
  return { bucket: randomInt(BUCKET_COUNT), slot: Buffer.concat([nonce, bytes]) };
}

/** What somebody would publish who forgot to seal. */
const unsealed = async (party: string): Promise<SealedSlot> => ({
  bucket: randomInt(BUCKET_COUNT),
  slot: Buffer.concat([freshBytes(28), content(party)]),
});

const build = (slots: readonly SealedSlot[]): Map<string, Uint8Array> => new Map(fillBuckets(slots, shape, freshBytes));

/** Distance of the bytes from being equally frequent: 255 on average, above 400 once in a hundred million times. */
function chiSquare(bytes: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const expected = bytes.length / 256;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The bucket of one party, with it and without it, over many sites. */
async function collectPairs(
  seal: (party: string) => Promise<SealedSlot>,
): Promise<{ readonly with: Uint8Array; readonly without: Uint8Array; readonly shapes: Set<string> }> {
  const seen = { with: [] as Uint8Array[], without: [] as Uint8Array[] };
  const shapes = new Set<string>();
  for (let pair = 0; pair < pairs; pair += 1) {
    const own = await seal('northwind.example');
    const taken = new Set([own.bucket]);
    const others: SealedSlot[] = [];
    while (others.length < noticesOfPair) {
      const other = await seal(`party-${others.length}.example`);
      if (!taken.has(other.bucket)) others.push(other);
      taken.add(other.bucket);
    }
    for (const [which, slots] of [
      ['with', [...others, own]],
      ['without', others],
    ] as const) {
      const site = build(slots);
      seen[which].push(site.get(toBucketName(own.bucket)) ?? new Uint8Array());
      const names = [...site.keys()];
      const sizes = new Set([...site.values()].map((bytes) => bytes.length));
      shapes.add(`${names.length} ${names[0]} ${names.at(-1)} ${[...sizes].join()}`);
    }
  }
  return { with: Buffer.concat(seen.with), without: Buffer.concat(seen.without), shapes };
}

test('with and without a party the files have the same names and sizes and look random, 200 times', async () => {
  const found = await collectPairs(sealed);
  expect([...found.shapes]).toEqual([`4096 000 fff ${toBucketBytes(shape)}`]);
  expect(chiSquare(found.with)).toBeLessThan(400);
  expect(chiSquare(found.without)).toBeLessThan(400);
});

test('control: the same measure detects unsealed content', async () => {
  const found = await collectPairs(unsealed);
  expect(chiSquare(found.with)).toBeGreaterThan(4000);
  expect(chiSquare(found.without)).toBeLessThan(400);
});

test('every build changes everything, and an entry has no fixed place', async () => {
  const slots = [await sealed('northwind.example')];
  const name = toBucketName(slots[0]?.bucket ?? 0);
  const places = new Set<number>();
  for (let time = 0; time < 40; time += 1) {
    const bytes = build(slots).get(name) ?? new Uint8Array();
    places.add(Buffer.from(bytes).indexOf(Buffer.from(slots[0]?.slot ?? '')));
  }
  expect([...places].sort((a, b) => a - b)).toEqual([0, shape.slotBytes]);
  const [first, second] = [build(slots), build(slots)];
  const same = [...first].filter(([bucket, bytes]) => Buffer.compare(bytes, second.get(bucket) ?? bytes) === 0);
  expect(same).toEqual([]);
});

test('a bucket holds exactly as many entries as it has slots', async () => {
  const slots = await Promise.all([sealed('a'), sealed('b')]).then((all) =>
    all.map((slot) => ({ ...slot, bucket: 7 })),
  );
  const bytes = Buffer.from(build(slots).get('007') ?? '');
  for (const { slot } of slots) expect(bytes.includes(Buffer.from(slot))).toBe(true);
  expect(() => build([...slots, ...slots])).toThrow('bucket 7');
});
