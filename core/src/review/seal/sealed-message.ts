import { type OpenRecipient, openWith, sealTo } from './age.ts';
import { pad, unpad } from './padded.ts';

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
