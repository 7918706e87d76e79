import type { Store, StoreValue } from '../adapters/store.ts';

/**
 * Rows that are held to be sorted. Ids of records are random, and a table of half a million in which each goes to another page is written over and over:
 * that took half of the time of a run whose records are all ambiguous.
 */
const SORTED_ROWS = 40_000;
const COLUMNS = ['record_id', 'row_id', 'time', 'mailbox', 'label', 'reason'];

/** Writes the records that a verdict or a gap may cite, each batch in the order in which the table is kept. */
export class CitedRecords {
  readonly #store: Store;
  readonly #version: number;
  #rows: (readonly [string, ...StoreValue[]])[] = [];

  constructor(store: Store, version: number) {
    this.#store = store;
    this.#version = version;
  }

  /** `rest`: number of the row, time, mailbox, label and reason. */
  add(recordId: string, rest: readonly StoreValue[]): void {
    this.#rows.push([recordId, ...rest]);
    if (this.#rows.length >= SORTED_ROWS) this.end();
  }

  end(): void {
    const sorted = this.#rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    this.#store.insertRows('exposure_record', COLUMNS, sorted, { version: this.#version });
    this.#rows = [];
  }
}
