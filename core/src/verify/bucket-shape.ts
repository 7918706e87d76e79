/** Bucket sizes: one for a whole site, whatever it contains (docs/formats/verify-site.md, Bucket). */
export interface BucketShape {
  readonly slots: number;
  readonly slotBytes: number;
}

/**
 * Room for 24,576 codes, each with a long notice in the wordiest language and both proofs in the largest log. Must
 * never shrink: notices approved for slots of 7,680 bytes without HTML must still fit with everything added since.
 */
export const DEFAULT_BUCKET_SHAPE: BucketShape = { slots: 6, slotBytes: 10_240 };

/** Maximum site that a reader accepts: the web host chooses what it fetches. */
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
