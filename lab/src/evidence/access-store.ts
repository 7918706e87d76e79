import { type AccessRow, type AccessSource, mergeAccessRecords } from '@candor/core/evidence';
import type { Store, StoreValue } from '../adapters/store.ts';
import { accessRowColumns, StoredRecord, type StoredRecordRow, toStoredRow } from './stored-record.ts';

const recordIndex = 'evidence_access_row_record';
/** Rows of one INSERT batch: about 8 MB of texts. */
const batchRows = 4000;

/** Takes rows of one access file and writes them in batches; `end` writes the rest. */
export class AccessRowWriter {
  readonly #store: Store;
  readonly #file: string;
  #rows: StoreValue[][] = [];
  #unreadable: StoreValue[][] = [];
  count = 0;

  constructor(store: Store, file: string) {
    this.#store = store;
    this.#file = file;
  }

  add(row: AccessRow): void {
    this.count += 1;
    if (row.state === 'unreadable') {
      this.#unreadable.push([this.#file, row.line, row.cause, row.operation]);
    } else {
      this.#rows.push(toStoredRow(this.#file, row.line, 'single', row.record));
      if (this.#rows.length >= batchRows) this.#write();
    }
  }

  end(): void {
    this.#write();
    this.#store.insertRows('evidence_access_unreadable', ['file', 'line', 'cause', 'operation'], this.#unreadable);
    this.#unreadable = [];
  }

  #write(): void {
    this.#store.insertRows('evidence_access_row', accessRowColumns, this.#rows);
    this.#rows = [];
  }
}

/** Forgets what was read of an access file, whole or in part. */
export async function dropAccessFile(store: Store, file: string): Promise<void> {
  await store.db.deleteFrom('evidence_access_row').where('file', '=', file).execute();
  await store.db.deleteFrom('evidence_access_unreadable').where('file', '=', file).execute();
  await store.db.deleteFrom('evidence_problem').where('file', '=', file).execute();
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
  await store.transaction(async () => {
    await store.db.deleteFrom('evidence_access_row').where('standing', '=', 'merged').execute();
    await store.db
      .updateTable('evidence_access_row')
      .set({ standing: 'single' })
      .where('standing', '=', 'part')
      .execute();
  });
  const repeated = store.db
    .selectFrom('evidence_access_row')
    .select('record_id')
    .groupBy('record_id')
    .having((having) => having.fn.countAll(), '>', 1);
  const query = store.db
    .selectFrom('evidence_access_row')
    .selectAll()
    .where('record_id', 'in', repeated)
    .orderBy('record_id')
    .orderBy('id');
  const merged: StoreValue[][] = [];
  let group: StoredRecordRow[] = [];
  const endGroup = () => {
    const record = mergeAccessRecords(group.map((row) => new StoredRecord(row)));
    if (record !== null) merged.push(toStoredRow('', 0, 'merged', record));
    group = [];
  };
  await store.transaction(async () => {
    for await (const rows of store.stream(query)) {
      for (const row of rows) {
        if (group[0] !== undefined && group[0].record_id !== row.record_id) endGroup();
        group.push(row);
      }
    }
    if (group.length > 0) endGroup();
    await store.db
      .updateTable('evidence_access_row')
      .set({ standing: 'part' })
      .where('record_id', 'in', repeated)
      .execute();
    store.insertRows('evidence_access_row', accessRowColumns, merged);
  });
}

/** Streams every distinct record, in UTF-8 order of the ids. */
export async function* streamRecords(store: Store): AsyncIterable<StoredRecord[]> {
  const query = store.db
    .selectFrom('evidence_access_row')
    .selectAll()
    .where('standing', '!=', 'part')
    .orderBy('record_id');
  for await (const rows of store.stream(query)) yield rows.map((row) => new StoredRecord(row));
}

export interface RecordParts {
  readonly recordId: string;
  readonly sources: readonly AccessSource[];
}

/** Streams the rows of every record that has several, in UTF-8 order of the ids. */
export async function* streamRecordParts(store: Store): AsyncIterable<RecordParts> {
  const query = store.db
    .selectFrom('evidence_access_row')
    .select(['record_id', 'file', 'line'])
    .where('standing', '=', 'part')
    .orderBy('record_id');
  let recordId: string | null = null;
  let sources: AccessSource[] = [];
  for await (const rows of store.stream(query)) {
    for (const row of rows) {
      if (row.record_id !== recordId) {
        if (recordId !== null) yield { recordId, sources };
        recordId = row.record_id;
        sources = [];
      }
      sources.push({ file: row.file, line: row.line });
    }
  }
  if (recordId !== null) yield { recordId, sources };
}
