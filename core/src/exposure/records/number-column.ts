const SMALLEST_ROWS = 1024;

/**
 * A growing column of whole numbers between -2^31 and 2^31 - 1: four bytes a row, where an array of objects would take
 * forty.
 */
export class NumberColumn {
  #values = new Int32Array(SMALLEST_ROWS);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): number {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
    return this.#length - 1;
  }

  at(row: number): number {
    return this.#values[row] ?? 0;
  }

  set(row: number, value: number): void {
    this.#values[row] = value;
  }
}
