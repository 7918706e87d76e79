import { formatCount } from '@candor/core/base';

/** Fields of an Outlook file's header ([MS-PST] 2.2.2.6). */
export interface PstHeader {
  /** Bytes of the whole file (`ROOT.ibFileEof`, [MS-PST] 2.2.2.5). */
  readonly fileBytes: number;
  /** `bCryptMethod`. */
  readonly cryptMethod: number;
}

/** A coding that needs no key, and encryption that is bound to an account. */
const CYCLIC = 0x02;
const WINDOWS_INFORMATION_PROTECTION = 0x10;

/** `wVer` up to which a file is an ANSI one: its offsets have 4 bytes. */
const LAST_ANSI_VERSION = 15;
const FILE_BYTES_PLACES = { ansi: 0xa8, unicode: 0xb8 } as const;
export const CRYPT_METHOD_PLACES = { ansi: 0x1cd, unicode: 0x201 } as const;

/** Null when the header itself is cut off. */
export function readPstHeader(head: Buffer): PstHeader | null {
  if (head.length <= CRYPT_METHOD_PLACES.unicode) return null;
  const isAnsi = isAnsiPst(head);
  return {
    fileBytes: isAnsi
      ? head.readUInt32LE(FILE_BYTES_PLACES.ansi)
      : Number(head.readBigUInt64LE(FILE_BYTES_PLACES.unicode)),
    cryptMethod: head.readUInt8(CRYPT_METHOD_PLACES[isAnsi ? 'ansi' : 'unicode']),
  };
}

export function isAnsiPst(head: Buffer): boolean {
  return head.readUInt16LE(10) <= LAST_ANSI_VERSION;
}

export function isCyclic({ cryptMethod }: PstHeader): boolean {
  return cryptMethod === CYCLIC;
}

/** Why a whole file of this kind cannot be read here, or null. */
export function refusePst({ cryptMethod }: PstHeader): { readonly code: string; readonly text: string } | null {
  if (cryptMethod === WINDOWS_INFORMATION_PROTECTION)
    return {
      code: 'encrypted-pst',
      text: 'This Outlook file is encrypted for its owner’s Windows account and cannot be read; export it again without encryption.',
    };
  return null;
}

/** Says that a file is cut off, or null where it is whole. */
export function describeCut({ fileBytes }: PstHeader, bytes: number): string | null {
  if (bytes >= fileBytes) return null;
  return `This Outlook file is cut off: ${formatCount(bytes)} of ${formatCount(fileBytes)} bytes are there; what could be found in them was read. Get it again.`;
}
