import type { Cryptography } from '@candor/core/base';
import { type BucketShape, toSlotCapacity } from './bucket-shape.ts';
import { toSealedPlace } from './place.ts';
import { SEALED_NOTICE_BYTES, type SealedNotice, toSealedText } from './sealed-notice.ts';
import { countSlotBytes, sealSlot } from './slot.ts';

/** Packs as raw DEFLATE (RFC 1951). */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/**
 * Hashes of an inclusion proof that room is kept for: the largest log that `verifyLog` takes has 2^32 entries, and one
 * that grows as fast as the incident file may say has sixteen million within hours. A consistency proof has one more.
 */
const KEPT_PROOF_HASHES = 32;
const KEPT_PROOF = Array.from({ length: KEPT_PROOF_HASHES }, () => new Uint8Array(32));
const KEPT_CONSISTENCY = [...KEPT_PROOF, new Uint8Array(32)];
/** Digits by which position and size may grow until the site is built, and the longest status. */
const KEPT_BYTES = 96;

export interface SealedProofs {
  readonly wavePath: readonly Uint8Array[];
  readonly inclusion: readonly Uint8Array[];
  readonly consistency: readonly Uint8Array[];
  readonly partyPath: readonly Uint8Array[];
}

/** A slot and the bucket that it belongs into. */
export interface SealedSlot {
  readonly bucket: number;
  readonly slot: Uint8Array;
}

/** Null for a notice that is longer unpacked than readers take, with room for so many bytes more. */
function pack(deflate: Deflate, sealed: SealedNotice, keptBytes: number): Uint8Array | null {
  const bytes = new TextEncoder().encode(toSealedText(sealed));
  return bytes.length + keptBytes > SEALED_NOTICE_BYTES ? null : deflate(bytes);
}

/**
 * Whether a notice will fit into its slot at every later build; a notice that does not is refused when it is prepared.
 */
export function fitsSlot(
  deflate: Deflate,
  shape: BucketShape,
  sealed: SealedNotice,
  { wavePath, partyPath }: Pick<SealedProofs, 'wavePath' | 'partyPath'>,
): boolean {
  const deflated = pack(deflate, sealed, KEPT_BYTES);
  if (deflated === null) return false;
  const kept = { inclusion: KEPT_PROOF, consistency: KEPT_CONSISTENCY };
  return countSlotBytes({ deflated, wavePath, partyPath, ...kept }) + KEPT_BYTES <= toSlotCapacity(shape);
}

/** The slot of a notice under its code, or null when it does not fit. `nonce` is twelve random bytes, used once. */
export async function sealNotice(
  cryptography: Cryptography,
  deflate: Deflate,
  shape: BucketShape,
  code: Uint8Array,
  nonce: Uint8Array,
  sealed: SealedNotice,
  proofs: SealedProofs,
): Promise<SealedSlot | null> {
  const { bucket, key } = await toSealedPlace(cryptography, code);
  const deflated = pack(deflate, sealed, 0);
  if (deflated === null) return null;
  const slot = await sealSlot(cryptography, shape, key, nonce, { deflated, ...proofs });
  return slot === null ? null : { bucket, slot };
}
