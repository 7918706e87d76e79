/**
 * DEFLATE with the fixed Huffman codes and a small match finder. The corpus has its own so that the committed archives
 * never depend on the version or the processor of somebody's zlib; what it makes is read by every zlib.
 */
const WINDOW_BYTES = 32_768;
const LONGEST_MATCH_BYTES = 258;
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];

class BitWriter {
  readonly bytes: number[] = [];
  private held = 0;
  private count = 0;

  /** Low bit first, as lengths and distances are written. */
  put(value: number, bits: number): void {
    for (let at = 0; at < bits; at += 1) this.putBit((value >> at) & 1);
  }

  /** High bit first, as Huffman codes are written. */
  putCode(code: number, bits: number): void {
    for (let at = bits - 1; at >= 0; at -= 1) this.putBit((code >> at) & 1);
  }

  finish(): Uint8Array {
    while (this.count > 0) this.putBit(0);
    return Uint8Array.from(this.bytes);
  }

  private putBit(bit: number): void {
    this.held |= bit << this.count;
    this.count += 1;
    if (this.count < 8) return;
    this.bytes.push(this.held);
    this.held = 0;
    this.count = 0;
  }
}

export function deflate(input: Uint8Array): Uint8Array {
  const out = new BitWriter();
  out.put(0b011, 3);
  const last = new Map<number, number>();
  let at = 0;
  while (at < input.length) {
    const key = at + 2 < input.length ? keyAt(input, at) : -1;
    const before = key < 0 ? undefined : last.get(key);
    const length = before === undefined || at - before > WINDOW_BYTES ? 0 : matchLength(input, before, at);
    if (key >= 0) last.set(key, at);
    if (length < 4) {
      putSymbol(out, input[at] ?? 0);
      at += 1;
      continue;
    }
    putMatch(out, length, at - (before ?? 0));
    for (let inside = at + 1; inside < at + length && inside + 2 < input.length; inside += 1)
      last.set(keyAt(input, inside), inside);
    at += length;
  }
  putSymbol(out, 256);
  return out.finish();
}

function keyAt(input: Uint8Array, at: number): number {
  return ((input[at] ?? 0) << 16) | ((input[at + 1] ?? 0) << 8) | (input[at + 2] ?? 0);
}

function matchLength(input: Uint8Array, before: number, at: number): number {
  const limit = Math.min(LONGEST_MATCH_BYTES, input.length - at);
  let length = 0;
  while (length < limit && input[before + length] === input[at + length]) length += 1;
  return length;
}

function putSymbol(out: BitWriter, symbol: number): void {
  if (symbol < 144) out.putCode(0x30 + symbol, 8);
  else if (symbol < 256) out.putCode(0x190 + symbol - 144, 9);
  else if (symbol < 280) out.putCode(symbol - 256, 7);
  else out.putCode(0xc0 + symbol - 280, 8);
}

function putMatch(out: BitWriter, length: number, distance: number): void {
  const size = LENGTHS.findLastIndex((base) => base <= length);
  putSymbol(out, 257 + size);
  out.put(length - (LENGTHS[size] ?? 0), LENGTH_BITS[size] ?? 0);
  const reach = DISTANCES.findLastIndex((base) => base <= distance);
  out.putCode(reach, 5);
  out.put(distance - (DISTANCES[reach] ?? 0), reach < 4 ? 0 : (reach >> 1) - 1);
}
