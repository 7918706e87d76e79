/** Multipliers of MurmurHash3; any odd numbers with well-spread bits would do. */
const MULTIPLIER_A = 0xcc9e2d51;
const MULTIPLIER_B = 0x1b873593;
/** Sets bit 5 of four bytes at once: makes ASCII letters of either case equal, which is enough for hashing. */
const CASE_BITS = 0x20202020;

/** A view of the bytes for what reads four at once. */
export function toView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether two ranges are equal byte for byte; compares four bytes at once. */
export function isSame(a: DataView, aStart: number, aEnd: number, b: DataView, bStart: number, bEnd: number): boolean {
  const length = aEnd - aStart;
  if (bEnd - bStart !== length) return false;
  let at = 0;
  for (; at + 4 <= length; at += 4) if (a.getInt32(aStart + at) !== b.getInt32(bStart + at)) return false;
  for (; at < length; at += 1) if (a.getUint8(aStart + at) !== b.getUint8(bStart + at)) return false;
  return true;
}

/**
 * 32-bit hash of UTF-8 bytes that ignores ASCII case. Matches must be confirmed on the bytes, so crafted collisions
 * only cost time.
 */
export function hashFolded(bytes: Uint8Array, view: DataView, start: number, end: number): number {
  let hash = (end - start) | 0;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = mix(hash, view.getInt32(at, true) | CASE_BITS);
  return finish(at < end ? mix(hash, toRest(bytes, at, end)) : hash);
}

function toRest(bytes: Uint8Array, start: number, end: number): number {
  let word = 0;
  for (let at = start; at < end; at += 1) word = (word << 8) | (bytes[at] ?? 0) | 0x20;
  return word;
}

function finish(mixed: number): number {
  let hash = mixed ^ (mixed >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mix(hash: number, word: number): number {
  let part = Math.imul(word, MULTIPLIER_A);
  part = (part << 15) | (part >>> 17);
  const mixed = hash ^ Math.imul(part, MULTIPLIER_B);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0x52dcce72) | 0;
}

/** Compares two ranges of UTF-8 bytes: equal, equal ignoring ASCII case, or different. */
export type ByteComparison = 'exact' | 'folded' | 'different';

export function compareBytes(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): ByteComparison {
  const length = aEnd - aStart;
  if (bEnd - bStart !== length) return 'different';
  let isExact = true;
  for (let at = 0; at < length; at += 1) {
    const x = a[aStart + at] ?? 0;
    const y = b[bStart + at] ?? 0;
    if (x === y) continue;
    const letter = x | 0x20;
    if ((x ^ y) !== 0x20 || letter < 0x61 || letter > 0x7a) return 'different';
    isExact = false;
  }
  return isExact ? 'exact' : 'folded';
}
