/** How large buckets are: one size for a whole site, whatever lies in it (docs/formats/verify-site.md, Bucket). */
export interface BucketShape {
  readonly slots: number;
  readonly slotBytes: number;
}

/**
 * Room for 24,576 codes, each with a long notice in the wordiest language and both proofs in the largest log. Never
 * smaller: what was approved when slots had 7,680 bytes, and the HTML did not lie in them, has to fit with all that
 * lies beside it since.
 */
export const DEFAULT_BUCKET_SHAPE: BucketShape = { slots: 6, slotBytes: 10_240 };

/** A reader takes no larger site: what it fetches is chosen by whoever holds the web host. */
export const LARGEST_BUCKET_SHAPE: BucketShape = { slots: 64, slotBytes: 65_536 };

export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes of a slot that can hold content. */
export function toSlotCapacity(shape: BucketShape): number {
  return shape.slotBytes - NONCE_BYTES - TAG_BYTES;
}

export function toBucketBytes(shape: BucketShape): number {
  return shape.slots * shape.slotBytes;
}
