import type { IndexLine } from '@candor/core/review/seal';
import { PlaceLists } from './place-lists.ts';

/** Four numbers each: index of the value, index of the part's name, offset, length. */
const FINDING_NUMBERS = 4;

/** The findings of each row. Few parts have names, so names are stored once. */
export class FindingColumn {
  readonly #lists: PlaceLists;
  readonly #places = new Map<string, number>();
  readonly #parts: string[] = [];

  constructor(rows: number) {
    this.#lists = new PlaceLists(rows);
  }

  add(findings: IndexLine['findings']): void {
    this.#lists.add(findings.flatMap(([value, part, ...span]) => [value, this.#placePart(part), ...span]));
  }

  /** Indexes of a row's distinct values. */
  valuesOf(row: number): ReadonlySet<number> {
    return new Set([...this.#lists.at(row)].filter((_, at) => at % FINDING_NUMBERS === 0));
  }

  at(row: number): IndexLine['findings'] {
    const list = this.#lists.at(row);
    return Array.from({ length: list.length / FINDING_NUMBERS }, (_, at) => {
      const [value = 0, part = 0, offset = 0, length = 0] = list.subarray(at * FINDING_NUMBERS);
      return [value, this.#parts[part] ?? '', offset, length] as const;
    });
  }

  #placePart(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.#parts.length);
    return this.#parts.push(name) - 1;
  }
}
