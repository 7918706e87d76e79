import type { MessageQuery } from '../../bridge/message-query.ts';
import { readDay } from '../../bridge/query-text.ts';
import { DIRECTIONS, NO_DATE, VERDICTS } from '../../bridge/released-message.ts';
import { FEATURE_TESTS } from './held.ts';
import type { MessageTable } from './message-table.ts';

/** Filters that a person can open; `date` and `thread` are only set indirectly. */
export type FilterName = 'custodian' | 'date' | 'holds' | 'only' | 'person' | 'thread' | 'verdict' | 'way';

export const FILTER_BITS: Readonly<Record<FilterName, number>> = {
  verdict: 1,
  person: 2,
  custodian: 4,
  date: 8,
  holds: 16,
  way: 32,
  thread: 64,
  only: 128,
};

/** For each row, the filters that exclude it: no bit means shown. */
export function matchFilters(
  {
    table,
    states,
    threads,
  }: { readonly table: MessageTable; readonly states: Uint8Array; readonly threads: () => Uint32Array },
  query: MessageQuery,
): Uint8Array {
  const failed = new Uint8Array(table.count);
  const fail = (name: FilterName, holds: (row: number) => boolean): void => {
    const bit = FILTER_BITS[name];
    for (let row = 0; row < failed.length; row += 1) if (!holds(row)) failed[row] = (failed[row] ?? 0) | bit;
  };
  const { verdicts, person, custodian, after, before, holds, way, thread, only } = query;
  if (verdicts.length > 0) {
    const wanted = VERDICTS.map((verdict) => verdicts.includes(verdict));
    fail('verdict', (row) => wanted[table.verdicts[row] ?? 0] === true);
  }
  if (person !== null) {
    const wanted = markPlace(person, table.addresses.length);
    fail('person', (row) => table.from.has(row, wanted) || table.to.has(row, wanted) || table.cc.has(row, wanted));
  }
  if (custodian !== null) {
    const wanted = markPlace(custodian, table.addresses.length);
    fail('custodian', (row) => table.custodians.has(row, wanted));
  }
  const [from, to] = [after === null ? null : readDay(after, false), before === null ? null : readDay(before, true)];
  if (from !== null || to !== null) {
    fail('date', (row) => {
      const date = table.dates[row] ?? NO_DATE;
      return date !== NO_DATE && (from === null || date >= from) && (to === null || date <= to);
    });
  }
  for (const held of holds) fail('holds', FEATURE_TESTS[held](table, states));
  if (way !== null) {
    const wanted = DIRECTIONS.map((direction) => direction === 'both' || (direction === 'sent') === (way === 'sent'));
    fail('way', (row) => wanted[table.directions[row] ?? 0] === true);
  }
  if (thread !== null) {
    const row = table.findRow(thread);
    const all = threads();
    const wanted = row === null ? null : all[row];
    fail('thread', (one) => wanted !== null && all[one] === wanted);
  }
  if (only !== null) {
    const wanted = new Uint8Array(table.count);
    for (const id of only) wanted[table.findRow(id) ?? -1] = 1;
    fail('only', (row) => wanted[row] === 1);
  }
  return failed;
}

function markPlace(place: number, places: number): Uint8Array {
  const wanted = new Uint8Array(Math.max(places, place + 1));
  wanted[place] = 1;
  return wanted;
}
