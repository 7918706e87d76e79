import { BUCKET_COUNT, type BucketShape, type SealedSlot, toBucketBytes, toBucketName } from '@candor/core/verify';

/**
 * Every bucket of a site, anew: random bytes, and each sealed slot at a random place in its bucket. Without a code
 * nothing tells one from the other (docs/formats/verify-site.md, Files).
 */
export function* fillBuckets(
  slots: readonly SealedSlot[],
  shape: BucketShape,
  freshBytes: (lengthBytes: number) => Uint8Array,
): Generator<readonly [name: string, bytes: Uint8Array]> {
  const byBucket = Map.groupBy(slots, ({ bucket }) => bucket);
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket += 1) {
    const bytes = freshBytes(toBucketBytes(shape));
    const own = byBucket.get(bucket);
    if (own !== undefined) place(own, bytes, shape, freshBytes);
    yield [toBucketName(bucket), bytes];
  }
}

function place(
  slots: readonly SealedSlot[],
  bytes: Uint8Array,
  shape: BucketShape,
  freshBytes: (lengthBytes: number) => Uint8Array,
): void {
  if (slots.length > shape.slots) throw new Error(`bucket ${slots[0]?.bucket} has ${slots.length} entries`);
  const places = drawPlaces(shape.slots, freshBytes);
  for (const [at, { slot }] of slots.entries()) bytes.set(slot, (places[at] ?? 0) * shape.slotBytes);
}

/** The places of a bucket in random order. Sorting by 32 random bits each is even enough for a handful. */
function drawPlaces(count: number, freshBytes: (lengthBytes: number) => Uint8Array): readonly number[] {
  const random = freshBytes(4 * count);
  const view = new DataView(random.buffer, random.byteOffset, random.byteLength);
  return Array.from({ length: count }, (_, place) => ({ place, rank: view.getUint32(4 * place) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ place }) => place);
}
