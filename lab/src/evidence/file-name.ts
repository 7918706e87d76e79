import { isUtf8 } from 'node:buffer';

/**
 * A file name on disk is bytes. `raw` keeps them, one code unit a byte, for opening the file; `shown` is what locations
 * and folders say: the UTF-8 text, or, where a name is no UTF-8, every byte from 0x80 on as `\xNN`, so that different
 * names stay different.
 */
export interface FileName {
  readonly raw: string;
  readonly shown: string;
}

export function toFileName(bytes: Buffer): FileName {
  return {
    raw: bytes.toString('latin1'),
    shown: isUtf8(bytes) ? bytes.toString('utf8') : escapeBytes(bytes),
  };
}

/** The bytes to open a raw path with. */
export function toRawBytes(raw: string): Buffer {
  return Buffer.from(raw, 'latin1');
}

/** The raw form of a path that a program or a person wrote. */
export function toRawPath(path: string): string {
  return Buffer.from(path, 'utf8').toString('latin1');
}

function escapeBytes(bytes: Buffer): string {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`;
  return text;
}
