import { type AccessRow, type AccessSource, mergeAccessRecords } from '@candor/core/evidence';
import type { Store, StoreValue } from '../adapters/store.ts';
import {
  accessPayloadColumns,
  accessRowColumns,
  StoredRecord,
  type StoredRecordRow,
  toPayload,
  toStoredRow,
} from './stored-record.ts';

const recordIndex = 'evidence_access_row_record';
/** Rows of one INSERT batch: some megabytes of texts. */
const batchRows = 2000;

/** Takes rows of one access file and writes them in batches; `end` writes the rest. */
export class AccessRowWriter {
  readonly #store: Store;
  readonly #file: string;
  #nextId: number;
  #rows: StoreValue[][] = [];
  #payloads: StoreValue[][] = [];
  #unreadable: StoreValue[][] = [];

  constructor(store: Store, file: string, firstId: number) {
    this.#store = store;
    this.#file = file;
    this.#nextId = firstId;
  }

  add(row: AccessRow): void {
    if (row.state === 'unreadable') {
      this.#unreadable.push([this.#file, row.line, row.cause, row.operation]);
      return;
    }
    this.#rows.push(toStoredRow(this.#nextId, this.#file, row.line, 'single', row.record));
    this.#payloads.push([this.#nextId, toPayload(row.record)]);
    this.#nextId += 1;
    if (this.#rows.length >= batchRows) this.#write();
  }

  end(): void {
    this.#write();
    this.#store.insertRows('evidence_access_unreadable', ['file', 'line', 'cause', 'operation'], this.#unreadable);
    this.#unreadable = [];
  }

  #write(): void {
    this.#store.insertRows('evidence_access_row', accessRowColumns, this.#rows);
    this.#store.insertRows('evidence_access_payload', accessPayloadColumns, this.#payloads);
    this.#rows = [];
    this.#payloads = [];
  }
}

/** Number of the next row that is written. */
export async function findNextRowId(store: Store): Promise<number> {
  const { last } = await store.db
    .selectFrom('evidence_access_row')
    .select((select) => select.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

/** Forgets what was read of an access file, whole or in part. */
export async function dropAccessFile(store: Store, file: string): Promise<void> {
  const rows = store.db.selectFrom('evidence_access_row').select('id').where('file', '=', file);
  await store.transaction(async () => {
    await store.db.deleteFrom('evidence_access_payload').where('row_id', 'in', rows).execute();
    await store.db.deleteFrom('evidence_access_row').where('file', '=', file).execute();
    await store.db.deleteFrom('evidence_access_unreadable').where('file', '=', file).execute();
    await store.db.deleteFrom('evidence_problem').where('file', '=', file).execute();
  });
}

/** Loading a million rows is much faster without the index on them. */
export async function beforeLoading(store: Store): Promise<void> {
  await store.dropIndex(recordIndex);
}

/**
 * Makes rows with one id one record (exposure.md section 5, Duplicates): the rows stay as they are, as `part`, and a `merged` row stands for them. Done
 * anew whenever a file came or went, because merging needs every row of an id at once.
 */
export async function mergeDuplicates(store: Store): Promise<void> {
  await store.createIndex(recordIndex, 'evidence_access_row', ['record_id']);
  await forgetMerged(store);
  const repeated = store.db
    .selectFrom('evidence_access_row')
    .select('record_id')
    .groupBy('record_id')
    .having((having) => having.fn.countAll(), '>', 1);
  const query = selectRecords(store, 'all').where('record_id', 'in', repeated).orderBy('record_id').orderBy('id');
  let nextId = await findNextRowId(store);
  const rows: StoreValue[][] = [];
  const payloads: StoreValue[][] = [];
  let group: StoredRecordRow[] = [];
  const endGroup = () => {
    const record = mergeAccessRecords(group.map((row) => new StoredRecord(row)));
    group = [];
    if (record === null) return;
    rows.push(toStoredRow(nextId, '', 0, 'merged', record));
    payloads.push([nextId, toPayload(record)]);
    nextId += 1;
  };
  await store.transaction(async () => {
    for await (const batch of store.stream(query)) {
      for (const row of batch) {
        if (group[0] !== undefined && group[0].record_id !== row.record_id) endGroup();
        group.push(row);
      }
    }
    if (group.length > 0) endGroup();
    if (rows.length === 0) return;
    await store.db
      .updateTable('evidence_access_row')
      .set({ standing: 'part' })
      .where('record_id', 'in', repeated)
      .execute();
    store.insertRows('evidence_access_row', accessRowColumns, rows);
    store.insertRows('evidence_access_payload', accessPayloadColumns, payloads);
  });
}

async function forgetMerged(store: Store): Promise<void> {
  const merged = store.db.selectFrom('evidence_access_row').select('id').where('standing', '=', 'merged');
  await store.transaction(async () => {
    await store.db.deleteFrom('evidence_access_payload').where('row_id', 'in', merged).execute();
    await store.db.deleteFrom('evidence_access_row').where('standing', '=', 'merged').execute();
    await store.db
      .updateTable('evidence_access_row')
      .set({ standing: 'single' })
      .where('standing', '=', 'part')
      .execute();
  });
}

/** Rows with their payload: of all, or only of records that are neither Bind nor Sync, which are few and whose mailbox may stand in it. */
function selectRecords(store: Store, payloads: 'all' | 'few') {
  return store.db
    .selectFrom('evidence_access_row')
    .leftJoin('evidence_access_payload', (join) => {
      const matching = join.onRef('evidence_access_payload.row_id', '=', 'evidence_access_row.id');
      return payloads === 'all' ? matching : matching.on('evidence_access_row.kind', 'not in', ['bind', 'sync']);
    })
    .select([...accessRowColumns, 'evidence_access_payload.payload']);
}

/** Streams every distinct record, in the order in which they lie; Binds and Syncs come without payload. */
export async function* streamRecords(store: Store): AsyncIterable<StoredRecord[]> {
  const query = selectRecords(store, 'few').where('standing', '!=', 'part').orderBy('id');
  for await (const rows of store.stream(query)) yield rows.map((row) => new StoredRecord(row));
}

/** The same, in UTF-8 order of the record ids. */
export async function* streamRecordsById(store: Store): AsyncIterable<StoredRecord[]> {
  const query = selectRecords(store, 'few').where('standing', '!=', 'part').orderBy('record_id');
  for await (const rows of store.stream(query)) yield rows.map((row) => new StoredRecord(row));
}

/** Gives records the payload that they came without. */
export async function readPayloads(store: Store, records: readonly StoredRecord[]): Promise<void> {
  if (records.length === 0) return;
  const ids = records.map(({ rowId }) => rowId);
  const rows = await store.db.selectFrom('evidence_access_payload').selectAll().where('row_id', 'in', ids).execute();
  const payloads = new Map(rows.map(({ row_id, payload }) => [row_id, payload]));
  for (const record of records) {
    const payload = payloads.get(record.rowId);
    if (payload === undefined) throw new Error(`the payload of record ${record.id} is not in the store`);
    record.givePayload(payload);
  }
}

/** Where each record's rows are; those of several rows are looked up, which few are. */
export async function readSources(
  store: Store,
  records: readonly StoredRecord[],
): Promise<ReadonlyMap<string, readonly AccessSource[]>> {
  const several = records.filter(({ source }) => source === null).map(({ id }) => id);
  const sources = new Map<string, AccessSource[]>();
  if (several.length === 0) return sources;
  const rows = await store.db
    .selectFrom('evidence_access_row')
    .select(['record_id', 'file', 'line'])
    .where('record_id', 'in', several)
    .where('standing', '=', 'part')
    .execute();
  for (const { record_id, file, line } of rows) {
    const known = sources.get(record_id);
    if (known === undefined) sources.set(record_id, [{ file, line }]);
    else known.push({ file, line });
  }
  return sources;
}
