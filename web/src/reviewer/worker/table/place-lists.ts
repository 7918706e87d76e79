/**
 * Lists of small numbers, one per row, in one array: 200,000 JavaScript lists would each cost more than their content.
 */
export class PlaceLists {
  #members = new Int32Array(1024);
  readonly #ends: Uint32Array;
  #rows = 0;
  #used = 0;

  constructor(rows: number) {
    this.#ends = new Uint32Array(rows);
  }

  add(list: readonly number[]): void {
    if (this.#used + list.length > this.#members.length) {
      const longer = new Int32Array(Math.max(this.#members.length * 2, this.#used + list.length));
      longer.set(this.#members);
      this.#members = longer;
    }
    for (const member of list) {
      this.#members[this.#used] = member;
      this.#used += 1;
    }
    this.#ends[this.#rows] = this.#used;
    this.#rows += 1;
  }

  at(row: number): Int32Array {
    return this.#members.subarray(this.start(row), this.#ends[row]);
  }

  count(row: number): number {
    return (this.#ends[row] ?? 0) - this.start(row);
  }

  /** Whether a list contains one of these; `wanted` is 1 for each. */
  has(row: number, wanted: Uint8Array): boolean {
    const end = this.#ends[row] ?? 0;
    for (let at = this.start(row); at < end; at += 1) if (wanted[this.#members[at] ?? 0] === 1) return true;
    return false;
  }

  start(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] ?? 0);
  }
}
