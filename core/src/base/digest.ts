/** Hexadecimal digits of a digest in a place: nobody finds other things with the same ones. */
const digitsShown = 16;

/** A running SHA-256. Core is pure, so the runtime hands in the implementation (`Runtime`). */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** The 32 bytes; the hash cannot be used afterwards. */
  digest(): Uint8Array;
  /** A second hash that goes on from the same bytes. */
  copy(): Sha256;
}

/**
 * Decodes one encoding. Without `stream` each call decodes whole bytes; with it what a character or an escape begins is
 * held for the next call.
 */
export interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/**
 * Primitives whose native form is an order of magnitude faster than portable code. The lab gives Node's, a browser its
 * own. Every implementation must give exactly the results that are described here.
 */
export interface Runtime {
  createSha256(): Sha256;
  /** SHA-256 of whole bytes, or of the UTF-8 form of a text, in lower-case hex. */
  sha256Hex(content: Uint8Array | string): string;
  /**
   * Decodes base64 in which bytes outside the alphabet `A–Z a–z 0–9 + /` may only be ones that the caller has ruled to
   * be skipped; `-`, `_` and `=` never occur. A rest of fewer than 8 bits goes. The result is borrowed: the next call
   * may write over it.
   */
  decodeBase64(bytes: Uint8Array): Uint8Array;
  /** Position of `needle` in `bytes` at or after `from`, or -1. */
  indexOf(bytes: Uint8Array, needle: Uint8Array, from: number): number;
  /** Each byte as the code unit of the same number (ISO 8859-1 proper, not windows-1252). */
  latin1(bytes: Uint8Array, start: number, end: number): string;
  /** UTF-8 with U+FFFD for wrong bytes; a byte order mark stays. */
  utf8(bytes: Uint8Array, start: number, end: number): string;
  isAscii(bytes: Uint8Array): boolean;
  isUtf8(bytes: Uint8Array): boolean;
  /**
   * The encoding that a label of the Encoding Standard means, in lower case; null where it means none or "replacement".
   */
  toEncoding(label: string): string | null;
  /**
   * A decoder of the Encoding Standard by the name that `toEncoding` gives. U+FFFD stands for wrong bytes; the
   * encoding's byte order mark goes.
   */
  openDecoder(encoding: string): Decoder;
}

/**
 * The place of a problem that is about more than lies there: with a digest of what it lists, so that accepting it
 * accepts nothing that comes later, and no other problem of the same file.
 */
export function toDigestPlace(path: string, sha256: string): string {
  return `${path}=${sha256.slice(0, digitsShown)}`;
}

/** The place without its digest, for people to read. */
export function toShownPlace(place: string): string {
  return place.replace(/=[0-9a-f]{16}$/, '');
}
