import { formatCount } from '@candor/core/base';

/** What the header of an Outlook file says of it ([MS-PST] 2.2.2.6). */
export interface PstHeader {
  /** Bytes of the whole file (`ROOT.ibFileEof`, [MS-PST] 2.2.2.5). */
  readonly fileBytes: number;
  /** `bCryptMethod`. */
  readonly cryptMethod: number;
}

/** Two codings that need no key, of which the library knows the first, and encryption that is bound to an account. */
const CYCLIC = 0x02;
const WINDOWS_INFORMATION_PROTECTION = 0x10;

/** `wVer` up to which a file is an ANSI one: its offsets have 4 bytes. */
const LAST_ANSI_VERSION = 15;
const ANSI = { fileBytes: 0xa8, cryptMethod: 0x1cd } as const;
const UNICODE = { fileBytes: 0xb8, cryptMethod: 0x201 } as const;

/** Null when the header itself is cut off. */
export function readPstHeader(head: Buffer): PstHeader | null {
  if (head.length <= UNICODE.cryptMethod) return null;
  const isAnsi = head.readUInt16LE(10) <= LAST_ANSI_VERSION;
  const places = isAnsi ? ANSI : UNICODE;
  return {
    fileBytes: isAnsi ? head.readUInt32LE(places.fileBytes) : Number(head.readBigUInt64LE(places.fileBytes)),
    cryptMethod: head.readUInt8(places.cryptMethod),
  };
}

/** Why a whole file of this kind cannot be read here, or null. */
export function refusePst({ cryptMethod }: PstHeader): { readonly code: string; readonly text: string } | null {
  if (cryptMethod === CYCLIC)
    return {
      code: 'cyclic-pst',
      text: 'This Outlook file has the cyclic coding (“high encryption”). It needs no key, but is not supported by the reader; convert it with readpst, or export it again with another setting.',
    };
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
