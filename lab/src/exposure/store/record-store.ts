import type { Instant } from '@candor/core/base';
import type { RecordShare } from '@candor/core/exposure/exchange';
import type { Store, StoreValue } from '../../adapters/store/store.ts';

const BATCH_ROWS = 4000;

const COLUMNS = ['record_id', 'row_id', 'time', 'mailbox', 'label', 'reason'];

/** Ids that one query asks for. */
const IDS_A_QUERY = 500;

/** A record with its label in a version; null if no verdict may cite it. */
export async function findLabelled(store: Store, version: number, id: string) {
  const row = await store.db
    .selectFrom('exposure_record')
    .select(['row_id', 'label', 'reason'])
    .where('version', '=', version)
    .where('record_id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The intruder's records of a version, in the order of their rows. */
export async function listIntruderRows(
  store: Store,
  version: number,
): Promise<readonly { readonly row_id: number; readonly mailbox: string | null }[]> {
  return store.db
    .selectFrom('exposure_record')
    .select(['row_id', 'mailbox'])
    .where('version', '=', version)
    .where('label', '=', 'intruder')
    .orderBy('row_id')
    .execute();
}

/** When the intruder was first and last in each mailbox. */
export async function spanIntruderRecords(
  store: Store,
  version: number,
): Promise<readonly { readonly mailbox: string | null; readonly first: number; readonly last: number }[]> {
  const rows = await store.db
    .selectFrom('exposure_record')
    .select(({ fn }) => ['mailbox', fn.min('time').as('first'), fn.max('time').as('last')])
    .where('version', '=', version)
    .where('label', '=', 'intruder')
    .groupBy('mailbox')
    .execute();
  return rows.map(({ mailbox, first, last }) => ({ mailbox, first: Number(first), last: Number(last) }));
}

/** Times of those records that a version kept, by their ids. */
export async function findRecordTimes(
  store: Store,
  version: number,
  records: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(records)];
  const times = new Map<string, number>();
  for (let at = 0; at < ids.length; at += IDS_A_QUERY) {
    const rows = await store.db
      .selectFrom('exposure_record')
      .select(['record_id', 'time'])
      .where('version', '=', version)
      .where('record_id', 'in', ids.slice(at, at + IDS_A_QUERY))
      .execute();
    for (const { record_id, time } of rows) times.set(record_id, time);
  }
  return times;
}

/** Records of some mailboxes that are the intruder's or may be. */
export async function* streamStrongRecords(
  store: Store,
  version: number,
  mailboxes: readonly string[],
): AsyncIterable<readonly { readonly id: string; readonly time: number }[]> {
  const query = store.db
    .selectFrom('exposure_record')
    .select(['record_id as id', 'time'])
    .where('version', '=', version)
    .where('mailbox', 'in', mailboxes)
    .where('label', 'in', ['intruder', 'ambiguous']);
  yield* store.stream(query);
}

/**
 * Writes the records that a verdict or gap may cite in order of ids, the table's order: half a million rows in another
 * order would rewrite pages repeatedly. The other index is created afterwards.
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

/** By its label, or because it makes a gap by anyone: throttling, and cmdlets that switch logging off. */
function mayBeCited({ kind, label }: RecordShare, throttled: boolean): boolean {
  if (label === 'intruder' || label === 'ambiguous' || throttled) return true;
  return kind === 'other' || kind === 'forwarding';
}
