import { fold } from '../../bridge/fold.ts';
import type { SortBy } from '../../bridge/message-query.ts';
import type { MessageTable } from './message-table.ts';

/** Sorts rows; the table's order by date, newest first, breaks ties. */
export class RowOrder {
  readonly #table: MessageTable;
  readonly #ranks = new Map<SortBy, Float64Array>();
  #count = -1;

  constructor(table: MessageTable) {
    this.#table = table;
  }

  sort(rows: Uint32Array, by: SortBy, isDescending: boolean): Uint32Array {
    if (by === 'date') return isDescending ? rows : rows.reverse();
    const ranks = this.#toRanks(by);
    const sign = isDescending ? -1 : 1;
    return rows.sort((a, b) => sign * ((ranks[a] ?? 0) - (ranks[b] ?? 0)) || a - b);
  }

  #toRanks(by: Exclude<SortBy, 'date'>): Float64Array {
    const { count } = this.#table;
    if (this.#count !== count) this.#ranks.clear();
    this.#count = count;
    const known = this.#ranks.get(by);
    if (known !== undefined) return known;
    const made = this.#makeRanks(by);
    this.#ranks.set(by, made);
    return made;
  }

  #makeRanks(by: Exclude<SortBy, 'date'>): Float64Array {
    const table = this.#table;
    const each = (rank: (row: number) => number): Float64Array =>
      Float64Array.from({ length: table.count }, (_, row) => rank(row));
    switch (by) {
      case 'verdict':
        return each((row) => -(table.verdicts[row] ?? 0));
      case 'holds':
        // Marks first: fraud is the lowest bit.
        return each((row) => {
          const marks = table.marks[row] ?? 0;
          return (marks & 1) * 100_000 + (marks & 2) * 10_000 + (marks & 4) * 1000 + table.attachmentCount(row);
        });
      case 'with': {
        const ranks = rankTexts(table.foldedAddresses);
        return each((row) => ranks[findShownAddress(table, row)] ?? -1);
      }
      case 'subject':
        return rankTexts(Array.from({ length: table.count }, (_, row) => fold(table.subjects.at(row))));
    }
  }
}

/** The address shown in a row: recipient or sender. -1 when it has none. */
export function findShownAddress(table: MessageTable, row: number): number {
  const isSent = table.direction(row) === 'sent' || table.direction(row) === 'both';
  const [first = -1] = isSent ? table.to.at(row) : table.from.at(row);
  if (first >= 0) return first;
  const [other = -1] = isSent ? table.cc.at(row) : table.to.at(row);
  return other;
}

/** Equal texts have one rank. */
function rankTexts(texts: readonly string[]): Float64Array {
  const sorted = Uint32Array.from({ length: texts.length }, (_, at) => at).sort((a, b) => {
    const [left = '', right = ''] = [texts[a], texts[b]];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const ranks = new Float64Array(texts.length);
  let rank = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const [here = 0, before = 0] = [sorted[at], sorted[at - 1]];
    if (at > 0 && texts[here] !== texts[before]) rank += 1;
    ranks[here] = rank;
  }
  return ranks;
}
