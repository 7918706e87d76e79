import { FILTERED_FEATURES } from '../../bridge/message-query.ts';
import { DIRECTIONS, MARKS, NO_DATE, VERDICTS } from '../../bridge/released-message.ts';
import type { CountedAddress, Facets, VerdictCounts } from '../../bridge/table-calls.ts';
import { FEATURE_TESTS } from './held.ts';
import { FILTER_BITS, type FilterName } from './match-filters.ts';
import type { MessageTable } from './message-table.ts';

const SECRET_BIT = 1 << MARKS.indexOf('secret');

/** Counts addresses of rows, each once per row. */
export class AddressCounter {
  readonly #table: MessageTable;
  readonly #seenIn: Int32Array;
  readonly #counts: Uint32Array;
  readonly #secrets: Uint32Array;

  constructor(table: MessageTable) {
    this.#table = table;
    const places = table.addresses.length;
    this.#seenIn = new Int32Array(places).fill(-1);
    this.#counts = new Uint32Array(places * VERDICTS.length);
    this.#secrets = new Uint32Array(places);
  }

  take(places: Int32Array, row: number): void {
    const verdict = this.#table.verdicts[row] ?? 0;
    const isSecret = ((this.#table.marks[row] ?? 0) & SECRET_BIT) !== 0;
    for (const place of places) {
      if (this.#seenIn[place] === row) continue;
      this.#seenIn[place] = row;
      const at = place * VERDICTS.length + verdict;
      this.#counts[at] = (this.#counts[at] ?? 0) + 1;
      if (isSecret) this.#secrets[place] = (this.#secrets[place] ?? 0) + 1;
    }
  }

  /** Strongest verdicts first: whose mail the intruder read decides, not who writes most. */
  list(isWanted: (place: number) => boolean): readonly CountedAddress[] {
    return this.#table.addresses
      .flatMap((address, place): CountedAddress[] => {
        const verdicts = [...this.#counts.subarray(place * VERDICTS.length, (place + 1) * VERDICTS.length)];
        const messages = verdicts.reduce((sum, count) => sum + count, 0);
        if (messages === 0 || !isWanted(place)) return [];
        return [{ place, address, messages, verdicts, secrets: this.#secrets[place] ?? 0 }];
      })
      .sort((a, b) => compareCounts(a.verdicts, b.verdicts) || a.place - b.place);
  }
}

/** `found`: rows that match the search; `failed`: filters that exclude a row (`matchFilters`). */
export function countFacets(
  { table, states, own }: { readonly table: MessageTable; readonly states: Uint8Array; readonly own: Uint8Array },
  found: Uint8Array,
  failed: Uint8Array,
): Facets {
  const verdicts = new Uint32Array(VERDICTS.length);
  const holds = new Uint32Array(FILTERED_FEATURES.length);
  const ways = { sent: 0, received: 0 };
  const people = new AddressCounter(table);
  const custodians = new AddressCounter(table);
  const holding = FILTERED_FEATURES.map((held) => FEATURE_TESTS[held](table, states));
  let [first, last] = [Number.POSITIVE_INFINITY, NO_DATE];
  for (let row = 0; row < found.length; row += 1) {
    if (found[row] === 0) continue;
    const bits = failed[row] ?? 0;
    const counts = (name: FilterName): boolean => (bits & ~FILTER_BITS[name]) === 0;
    if (counts('verdict')) verdicts[table.verdicts[row] ?? 0] = (verdicts[table.verdicts[row] ?? 0] ?? 0) + 1;
    if (bits === 0)
      for (let at = 0; at < holding.length; at += 1) if (holding[at]?.(row) === true) holds[at] = (holds[at] ?? 0) + 1;
    if (counts('way')) {
      const direction = DIRECTIONS[table.directions[row] ?? 0];
      if (direction === 'sent' || direction === 'both') ways.sent += 1;
      if (direction !== 'sent') ways.received += 1;
    }
    if (counts('person')) {
      people.take(table.from.at(row), row);
      people.take(table.to.at(row), row);
      people.take(table.cc.at(row), row);
    }
    if (counts('custodian')) custodians.take(table.custodians.at(row), row);
    const date = table.dates[row] ?? NO_DATE;
    if (counts('date') && date !== NO_DATE) {
      first = Math.min(first, date);
      last = Math.max(last, date);
    }
  }
  return {
    verdicts: byName(VERDICTS, verdicts),
    holds: byName(FILTERED_FEATURES, holds),
    ways,
    people: people.list((place) => own[place] === 1),
    custodians: custodians.list(() => true),
    first: last === NO_DATE ? null : first,
    last: last === NO_DATE ? null : last,
  };
}

function byName<Name extends string>(names: readonly Name[], counts: Uint32Array): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, at) => [name, counts[at] ?? 0])) as Record<Name, number>;
}

function compareCounts(a: VerdictCounts, b: VerdictCounts): number {
  for (const [at, count] of a.entries()) if (count !== b[at]) return (b[at] ?? 0) - count;
  return 0;
}
