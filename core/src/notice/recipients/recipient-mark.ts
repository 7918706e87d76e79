import { type Cryptography, type Runtime, toALabels } from '@candor/core/base';
import { readHex } from '@candor/core/ledger';
import type { NoticeRecord } from '../wave/notice-record.ts';

const KEY_BYTES = 32;
/** Block of SHA-256, in bytes; the key is shorter, so it is filled with zeros (RFC 2104). */
const BLOCK_BYTES = 64;
/** Longer than any address that can be written to (RFC 5321), also before its domain becomes A-labels. */
const ADDRESS_CHARACTERS = 1024;

/** An address as a record names it, hex; null for what is no address. */
export type RecipientMark = (address: string) => string | null;

/**
 * How addresses are marked in the record of this code (docs/formats/wave.md, Record). The key follows from the code
 * and never leads back to it. Only a holder of the code can test addresses.
 */
export async function openRecipientMark(
  cryptography: Pick<Cryptography, 'hkdfSha256'>,
  { sha256Hex }: Pick<Runtime, 'sha256Hex'>,
  code: Uint8Array,
): Promise<RecipientMark> {
  const key = await cryptography.hkdfSha256(code, 'candor notice v1 recipient', KEY_BYTES);
  const pad = (byte: number) => Uint8Array.from({ length: BLOCK_BYTES }, (_, at) => (key[at] ?? 0) ^ byte);
  const [inner, outer] = [pad(0x36), pad(0x5c)];
  return (address) => {
    const normal = toRecipientAddress(address);
    if (normal === null) return null;
    const digest = readHex(sha256Hex(join(inner, new TextEncoder().encode(normal))), KEY_BYTES);
    return digest === null ? null : sha256Hex(join(outer, digest));
  };
}

/** One spelling of an address: only letter case makes no difference. No dot, plus or alias is folded. */
export function toRecipientAddress(written: string): string | null {
  const address = written.trim().replace(/^<(.*)>$/, '$1');
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1 || address.length > ADDRESS_CHARACTERS || /\s/.test(address)) return null;
  return `${address.slice(0, at).toLowerCase()}@${toALabels(address.slice(at + 1))}`;
}

/** Whether a record names an address; null for records of earlier versions, which name none. */
export function openRecipients({ to }: NoticeRecord, mark: RecipientMark): ((address: string) => boolean) | null {
  if (to === undefined) return null;
  return (address) => {
    const marked = mark(address);
    return marked !== null && to.includes(marked);
  };
}

function join(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes;
}
