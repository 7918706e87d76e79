import type { Instant } from '@candor/core/base';
import type { RecordShare } from '@candor/core/exposure/exchange';
import type { Store, StoreValue } from '../../adapters/store.ts';

/** Rows of one INSERT batch. */
const BATCH_ROWS = 4000;
const COLUMNS = ['record_id', 'row_id', 'time', 'mailbox', 'label', 'reason'];

/**
 * Writes the records that a verdict or a gap may cite, in the order of their ids, in which the table is kept: half a
 * million rows in another order are written over and over, because each goes to another page. The index that has an
 * order of its own is made when all of them are there.
 */
export class CitedRecords {
  readonly #store: Store;
  readonly #version: number;
  #rows: StoreValue[][] = [];

  constructor(store: Store, version: number) {
    this.#store = store;
    this.#version = version;
  }

  add(rowId: number, id: string, time: Instant, share: RecordShare, throttled: boolean): void {
    if (!mayBeCited(share, throttled)) return;
    this.#rows.push([id, rowId, time, share.mailbox, share.label, share.reason]);
    if (this.#rows.length >= BATCH_ROWS) this.end();
  }

  end(): void {
    this.#store.insertRows('exposure_record', COLUMNS, this.#rows, { version: this.#version });
    this.#rows = [];
  }
}

/** By its label, or because it makes a gap whoever made it: throttling, and cmdlets that switch logging off. */
function mayBeCited({ kind, label }: RecordShare, throttled: boolean): boolean {
  if (label === 'intruder' || label === 'ambiguous' || throttled) return true;
  return kind === 'other' || kind === 'forwarding';
}
