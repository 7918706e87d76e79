const DIGEST_BYTES = 32;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const NO_ROW = -1;

export class DigestColumn {
  #bytes: Uint8Array;
  #rows = 0;

  constructor(rows: number) {
    this.#bytes = new Uint8Array(rows * DIGEST_BYTES);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Lower-case hex, as in the index. */
  add(hex: string): void {
    const from = this.#rows * DIGEST_BYTES;
    if (from === this.#bytes.length) {
      const longer = new Uint8Array(Math.max(DIGEST_BYTES * 64, this.#bytes.length * 2));
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    for (let at = 0; at < DIGEST_BYTES; at += 1)
      this.#bytes[from + at] = (digit(hex, at * 2) << 4) | digit(hex, at * 2 + 1);
    this.#rows += 1;
  }

  at(row: number): string {
    let hex = '';
    const end = (row + 1) * DIGEST_BYTES;
    for (let at = row * DIGEST_BYTES; at < end; at += 1) hex += HEX[this.#bytes[at] ?? 0] ?? '';
    return hex;
  }

  /** The first four bytes: digests are uniform, so these spread like a hash. */
  head(row: number): number {
    const at = row * DIGEST_BYTES;
    const byte = (place: number): number => this.#bytes[at + place] ?? 0;
    return ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) >>> 0;
  }
}

export class DigestFinder {
  readonly #column: DigestColumn;
  readonly #slots: Int32Array;

  constructor(column: DigestColumn, rows: number) {
    this.#column = column;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(rows * 2 + 2))).fill(NO_ROW);
  }

  add(row: number): void {
    let slot = this.#column.head(row) & (this.#slots.length - 1);
    while (this.#slots[slot] !== NO_ROW) slot = (slot + 1) & (this.#slots.length - 1);
    this.#slots[slot] = row;
  }

  /** Null when missing. */
  find(hex: string): number | null {
    const mask = this.#slots.length - 1;
    for (let slot = Number.parseInt(hex.slice(0, 8), 16) & mask; ; slot = (slot + 1) & mask) {
      const row = this.#slots[slot] ?? NO_ROW;
      if (row === NO_ROW) return null;
      if (this.#column.at(row) === hex) return row;
    }
  }
}

function digit(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code < 0x3a ? code - 0x30 : code - 0x57;
}
