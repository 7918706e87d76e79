/** Turns offsets in UTF-16 units into code points, going forward: ask for them in ascending order. */
export class CodePointCounter {
  readonly #text: string;
  #units = 0;
  #points = 0;

  constructor(text: string) {
    this.#text = text;
  }

  at(units: number): number {
    for (; this.#units < units; this.#units += 1) {
      const unit = this.#text.charCodeAt(this.#units);
      // The second half of a pair is counted with the first.
      if (!(unit >= 0xdc00 && unit <= 0xdfff && isHigh(this.#text.charCodeAt(this.#units - 1)))) this.#points += 1;
    }
    return this.#points;
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
