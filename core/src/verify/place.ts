import type { Cryptography } from '@candor/core/base';

/** Buckets of a site: the first twelve bits of an id. */
export const BUCKET_COUNT = 4096;
const ID_BYTES = 16;
const KEY_BYTES = 32;

/** Place and key of a code's entry (docs/formats/verify-site.md, Place and key). */
export interface SealedPlace {
  readonly id: Uint8Array;
  /** From 0 to 4,095. */
  readonly bucket: number;
  readonly key: Uint8Array;
}

export async function toSealedPlace(cryptography: Cryptography, code: Uint8Array): Promise<SealedPlace> {
  const [id, key] = await Promise.all([
    cryptography.hkdfSha256(code, 'candor notice v1 id', ID_BYTES),
    cryptography.hkdfSha256(code, 'candor notice v1 key', KEY_BYTES),
  ]);
  return { id, bucket: ((id[0] ?? 0) << 4) | ((id[1] ?? 0) >> 4), key };
}

/** `0ab`: the bucket's file below `n/`. */
export function toBucketName(bucket: number): string {
  return bucket.toString(16).padStart(3, '0');
}
