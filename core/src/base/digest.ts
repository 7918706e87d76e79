/** Hex digits of a digest in a place: enough that nobody finds a collision. */
const SHOWN_DIGITS = 16;

/** A running SHA-256, implemented by the runtime (`Runtime`). */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** The 32 bytes; the hash cannot be used afterwards. */
  digest(): Uint8Array;
  /** A copy that continues from the same bytes. */
  copy(): Sha256;
}

/**
 * Decodes one encoding. Without `stream` each call is complete; with it an incomplete character or escape is held for
 * the next call.
 */
export interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/**
 * Primitives whose native form is ten times faster than portable code, implemented by each runtime with exactly these
 * results.
 */
export interface Runtime {
  createSha256(): Sha256;
  /** SHA-256 of whole bytes, or of the UTF-8 form of a text, in lower-case hex. */
  sha256Hex(content: Uint8Array | string): string;
  /**
   * Decodes base64. The caller guarantees that bytes outside `A–Z a–z 0–9 + /` may be skipped and that `-`, `_` and `=`
   * do not occur. Drops fewer than 8 remaining bits. The result is borrowed: the next call may overwrite it.
   */
  decodeBase64(bytes: Uint8Array): Uint8Array;
  /** Position of `needle` in `bytes` at or after `from`, or -1. */
  indexOf(bytes: Uint8Array, needle: Uint8Array, from: number): number;
  /** Each byte as the code unit of the same number (real ISO 8859-1, not windows-1252). */
  latin1(bytes: Uint8Array, start: number, end: number): string;
  /** UTF-8 with U+FFFD for invalid bytes; keeps a byte order mark. */
  utf8(bytes: Uint8Array, start: number, end: number): string;
  isAscii(bytes: Uint8Array): boolean;
  isUtf8(bytes: Uint8Array): boolean;
  /** The encoding of a label in the Encoding Standard, in lower case; null for unknown ones and "replacement". */
  toEncoding(label: string): string | null;
  /**
   * A decoder for a name returned by `toEncoding`. U+FFFD replaces invalid bytes; the encoding's byte order mark is
   * dropped.
   */
  openDecoder(encoding: string): Decoder;
}

/**
 * The place of a problem that covers more than one item: with a digest of the list, so that accepting it accepts
 * nothing later and no other problem of the same file.
 */
export function toDigestPlace(path: string, sha256: string): string {
  return `${path}=${sha256.slice(0, SHOWN_DIGITS)}`;
}

/** The place without its digest, for display. */
export function toShownPlace(place: string): string {
  return place.replace(/=[0-9a-f]{16}$/, '');
}
