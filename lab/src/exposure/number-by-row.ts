/** Rows in the beginning; doubled when a row behind them comes. */
const firstRows = 1 << 16;

/** A number below 2^32 for each row of a table whose ids are dense: four bytes a row, where a map takes forty. */
export class NumberByRow {
  #numbers = new Uint32Array(firstRows);

  set(rowId: number, number: number): void {
    if (rowId >= this.#numbers.length) {
      const grown = new Uint32Array(Math.max(rowId + 1, this.#numbers.length * 2));
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[rowId] = number;
  }

  get(rowId: number): number {
    return this.#numbers[rowId] ?? 0;
  }
}
