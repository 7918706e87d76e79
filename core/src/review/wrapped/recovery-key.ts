import type { Cryptography } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';

/** 128 bits: nobody tries them out, and a person can still write them down. */
export const RECOVERY_KEY_BYTES = 16;
const PLACE_BYTES = 16;

/** Where a portal keeps the wrapped keys of whoever has this recovery key. It tells nothing of the key. */
export async function toRecoveryPlace(
  cryptography: Pick<Cryptography, 'hkdfSha256'>,
  recovery: Uint8Array,
): Promise<string> {
  return toBase64Url(await cryptography.hkdfSha256(recovery, 'candor recovery place v1', PLACE_BYTES));
}
