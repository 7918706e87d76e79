import type { Runtime } from '@candor/core/base';

/**
 * All that the log asks of a runtime: SHA-256 of whole bytes. The hex form is what every runtime gives without
 * allocating memory of its own.
 */
export type Hashing = Pick<Runtime, 'sha256Hex'>;

export const HASH_BYTES = 32;

/** Value of each hex digit by its code. */
const digitValues = new Uint8Array(128);
for (let value = 0; value < 16; value += 1) digitValues[value.toString(16).charCodeAt(0)] = value;

/** Writes the bytes of a lower-case hex text that a runtime gave. */
export function writeHex(hex: string, into: Uint8Array, at: number): void {
  for (let from = 0, to = at; from < hex.length; from += 2, to += 1) {
    const high = digitValues[hex.charCodeAt(from)] ?? 0;
    into[to] = (high << 4) | (digitValues[hex.charCodeAt(from + 1)] ?? 0);
  }
}

// RFC 6962 §2.1: a leaf is hashed behind 0x00 and a node behind 0x01, so that no node can pass for a leaf. The buffers
// are used again by every call; nothing here waits, so no two calls meet in them.
const leafInput = new Uint8Array(1 + HASH_BYTES);
const nodeInput = new Uint8Array(1 + 2 * HASH_BYTES);
nodeInput[0] = 0x01;

/** Leaf hash of a commitment, which is the 32 bytes that the log's entry tiles hold. */
export function hashLeaf(hashing: Hashing, commitment: Uint8Array): Uint8Array {
  const leaf = new Uint8Array(HASH_BYTES);
  writeLeafHash(hashing, commitment, 0, leaf, 0);
  return leaf;
}

/** `hashLeaf` of the commitment at `from`, written to `to`. */
export function writeLeafHash(
  hashing: Hashing,
  commitments: Uint8Array,
  from: number,
  into: Uint8Array,
  to: number,
): void {
  copyHash(commitments, from, leafInput, 1);
  writeHex(hashing.sha256Hex(leafInput), into, to);
}

/** The hash of two neighbours, written to `to`; it may be one of their places. */
export function writeNodeHash(
  hashing: Hashing,
  left: Uint8Array,
  leftAt: number,
  right: Uint8Array,
  rightAt: number,
  into: Uint8Array,
  to: number,
): void {
  copyHash(left, leftAt, nodeInput, 1);
  copyHash(right, rightAt, nodeInput, 1 + HASH_BYTES);
  writeHex(hashing.sha256Hex(nodeInput), into, to);
}

/** Root of the tree without entries: SHA-256 of nothing. */
export function hashEmptyTree(hashing: Hashing): Uint8Array {
  const root = new Uint8Array(HASH_BYTES);
  writeHex(hashing.sha256Hex(''), root, 0);
  return root;
}

/** A loop, because 32 bytes are too few for the price of a view. */
function copyHash(from: Uint8Array, at: number, into: Uint8Array, to: number): void {
  for (let byte = 0; byte < HASH_BYTES; byte += 1) into[to + byte] = from[at + byte] ?? 0;
}

/** Copies a range. `slice` of a Node Buffer would be a view that changes with the Buffer. */
export function copyBytes(bytes: Uint8Array, from = 0, to = bytes.length): Uint8Array {
  const copy = new Uint8Array(to - from);
  copy.set(bytes.subarray(from, to));
  return copy;
}

export function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let byte = 0; byte < a.length; byte += 1) if (a[byte] !== b[byte]) return false;
  return true;
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += (byte >> 4).toString(16) + (byte & 15).toString(16);
  return hex;
}

/** The bytes of lower-case hex of this many bytes, or null for anything else. */
export function readHex(text: string, lengthBytes: number): Uint8Array | null {
  if (text.length !== 2 * lengthBytes || !/^[0-9a-f]*$/.test(text)) return null;
  const bytes = new Uint8Array(lengthBytes);
  writeHex(text, bytes, 0);
  return bytes;
}
