import { type OpenRecipient, openWith, sealTo } from './age.ts';

/** Bytes of the length in front of the content. */
const LENGTH_BYTES = 8;

/** Short messages all look alike. */
const MIN_BYTES = 4096;

/** Maximum message length: numbers stay exact and memory bounded. */
const MAX_BYTES = 2 ** 31;

/** Seals the bytes of one message, or an index, to a vault: padded, so that the size tells little. */
export async function sealContent(
  vaultRecipient: string,
  content: Uint8Array,
  openRecipient?: OpenRecipient,
): Promise<Uint8Array> {
  return sealTo(vaultRecipient, pad(content), openRecipient);
}

/** The content, whole; null when the vault's key does not open it, or it was altered. */
export async function openContent(vaultIdentity: string, sealed: Uint8Array): Promise<Uint8Array | null> {
  const padded = await openWith(vaultIdentity, sealed);
  return padded === null ? null : unpad(padded);
}

/**
 * Padmé: the size keeps few of its leading bits, so that it tells little and costs at most 12 % (Nikitin et al.,
 * "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019, section 3).
 */
function toPaddedSize(lengthBytes: number): number {
  const exponent = Math.floor(Math.log2(lengthBytes));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.max(MIN_BYTES, Math.ceil(lengthBytes / step) * step);
}

/** Length, content, zeros (docs/formats/release.md). */
export function pad(content: Uint8Array): Uint8Array {
  const padded = new Uint8Array(toPaddedSize(content.length + LENGTH_BYTES));
  new DataView(padded.buffer).setBigUint64(0, BigInt(content.length));
  padded.set(content, LENGTH_BYTES);
  return padded;
}

/** The content, or null when it is in no form that `pad` makes. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < MIN_BYTES) return null;
  const length = Number(new DataView(padded.buffer, padded.byteOffset, LENGTH_BYTES).getBigUint64(0));
  if (length > MAX_BYTES || toPaddedSize(length + LENGTH_BYTES) !== padded.length) return null;
  if (padded.subarray(LENGTH_BYTES + length).some((byte) => byte !== 0)) return null;
  return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}
