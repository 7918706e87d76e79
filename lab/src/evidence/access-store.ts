import type { Instant } from '@candor/core/base';
import type { AccessRow } from '@candor/core/evidence';
import { randomSeed } from '../adapters/random.ts';
import type { Store, StoreValue } from '../adapters/store.ts';
import { type ActorKeys, ActorReader, ActorWriter, findNextActorId, selectActors } from './access-actors.ts';
import { findPayload, PayloadBlocks, toBlock, toFirstOfNextBlock } from './payload-blocks.ts';
import { readPayload, toPayload } from './record-payload.ts';
import { RowBatch } from './row-batch.ts';
import { SeenIds } from './seen-ids.ts';
import {
  accessRowColumns,
  MERGED,
  PART,
  SINGLE,
  StoredRecord,
  type StoredRecordRow,
  type StoredSource,
} from './stored-record.ts';

/** Rows of one INSERT batch, whole blocks of payloads. So few that they are written before the collector of young garbage has to move them. */
const batchRows = 512;
/** Batches that are committed at once: each commit writes half-full pages that the next one writes again. */
const committedBatches = 16;

/** A file as the store knows it. */
export interface StoredFile {
  readonly id: number;
  /** As in incident.yaml. */
  readonly path: string;
}

/** Takes rows of access files and writes them in batches, inside a transaction of the store that may be committed now and then. */
export class AccessRowWriter {
  readonly #store: Store;
  readonly #seen: SeenIds;
  readonly #actors: ActorWriter;
  readonly #payloads: PayloadBlocks;
  readonly #rows: RowBatch;
  #file: StoredFile = { id: 0, path: '' };
  #nextId: number;
  #batches = 0;
  #unreadable: StoreValue[][] = [];
  #repeated = new Set<string>();

  constructor(store: Store, seen: SeenIds, actors: ActorWriter, firstId: number) {
    this.#store = store;
    this.#seen = seen;
    this.#actors = actors;
    this.#payloads = new PayloadBlocks(store);
    this.#rows = new RowBatch(store);
    this.#nextId = firstId;
  }

  /** Rows that are added from now on are of this file. */
  begin(file: StoredFile): void {
    this.flush();
    this.#file = file;
  }

  add(row: AccessRow): void {
    if (row.state === 'unreadable') {
      this.#unreadable.push([row.line, row.cause, row.operation]);
    } else {
      const { record, line } = row;
      const id = this.#nextId;
      this.#nextId += 1;
      if (this.#seen.add(record.id)) this.#repeated.add(record.id);
      this.#rows.add({ id, line, actorId: this.#actors.toId(record) }, record);
      this.#payloads.add(id, toPayload(record));
    }
    if (this.#rows.size + this.#unreadable.length >= batchRows) this.flush();
  }

  /** Writes what was added since the last time. The next row begins a block of payloads of its own, so that a file can be forgotten by itself. */
  flush(): void {
    this.#actors.write();
    this.#rows.write(this.#file.id, SINGLE);
    this.#payloads.write();
    this.#nextId = toFirstOfNextBlock(this.#nextId - 1);
    this.#store.insertRows('evidence_access_unreadable', ['line', 'cause', 'operation'], this.#unreadable, {
      file: this.#file.path,
    });
    this.#store.insertRows(
      'evidence_access_repeated',
      ['record_id'],
      [...this.#repeated].map((id) => [id]),
    );
    this.#unreadable = [];
    this.#repeated = new Set();
    this.#batches += 1;
    if (this.#batches % committedBatches === 0) this.#store.keepSoFar();
  }
}

/** A writer that goes on after the rows that are there. */
export async function openAccessWriter(store: Store): Promise<AccessRowWriter> {
  const seen = new SeenIds(randomSeed());
  for await (const rows of store.stream(store.db.selectFrom('evidence_access_row').select('record_id'))) {
    for (const { record_id } of rows) seen.add(record_id);
  }
  const actors = new ActorWriter(store, await findNextActorId(store));
  return new AccessRowWriter(store, seen, actors, await findNextRowId(store));
}

/** The first of a block that no row lies in. */
export async function findNextRowId(store: Store): Promise<number> {
  const { last } = await store.db
    .selectFrom('evidence_access_row')
    .select((select) => select.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return toFirstOfNextBlock(Number(last ?? 0));
}

/** Forgets what was read of an access file, whole or in part. */
export async function dropAccessFile(store: Store, file: string, fileId: number): Promise<void> {
  // The rows of a file were written one after the other.
  const { first, last } = await store.db
    .selectFrom('evidence_access_row')
    .select((select) => [select.fn.min('id').as('first'), select.fn.max('id').as('last')])
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow();
  await store.transaction(async () => {
    await store.db
      .deleteFrom('evidence_access_payload')
      .where('block', '>=', toBlock(Number(first ?? 0)))
      .where('block', '<=', first === null ? -1 : toBlock(Number(last)))
      .execute();
    await store.db.deleteFrom('evidence_access_row').where('file_id', '=', fileId).execute();
    await store.db.deleteFrom('evidence_access_unreadable').where('file', '=', file).execute();
    await store.db.deleteFrom('evidence_problem').where('file', '=', file).execute();
    await store.db.deleteFrom('evidence_file').where('id', '=', fileId).execute();
  });
}

/** Rows as `StoredRecord` takes them, without what they have in common with others and without payload. */
export function selectRecords(store: Store) {
  return store.db.selectFrom('evidence_access_row').select([...accessRowColumns]);
}

function selectDistinct(store: Store) {
  return selectRecords(store).where('standing', '!=', PART);
}

/** Records out of streamed rows; those that are neither Bind nor Sync get their payload at once, because their mailbox may stand in it. */
async function toRecords(store: Store, actors: ActorReader, rows: readonly StoredRecordRow[]): Promise<StoredRecord[]> {
  const find = await actors.find(rows);
  const records = rows.map((row) => new StoredRecord(row, find(row.actor_id)));
  await readPayloads(
    store,
    records.filter(({ kind }) => kind !== 'bind' && kind !== 'sync'),
  );
  return records;
}

/**
 * Streams the distinct records of some actors, in the order in which they lie; Binds and Syncs come without payload. Records of other actors may come,
 * too: what is wanted is looked for by the actor, to pass over millions of others.
 */
export async function* streamRecordsOf(
  store: Store,
  isWanted: (keys: ActorKeys) => boolean,
): AsyncIterable<StoredRecord[]> {
  const wanted = await selectActors(store, isWanted);
  const all = selectDistinct(store).orderBy('id');
  const actors = new ActorReader(store);
  for await (const rows of store.stream(wanted === null ? all : all.where('actor_id', 'in', wanted))) {
    yield await toRecords(store, actors, rows);
  }
}

/** Rows of a batch that get their payloads: so few that they die young. */
const labelledRows = 500;

/** Streams every distinct record, in the order in which they lie; Binds and Syncs come without payload. */
export async function* streamRecords(store: Store): AsyncIterable<StoredRecord[]> {
  const actors = new ActorReader(store);
  for await (const rows of store.stream(selectDistinct(store).orderBy('id'), labelledRows)) {
    yield await toRecords(store, actors, rows);
  }
}

/** A record and where its rows are. */
export interface RecordPlace {
  readonly rowId: number;
  readonly id: string;
  readonly time: Instant;
  readonly rows: readonly StoredSource[];
}

/** Streams the places of every distinct record, in UTF-8 order of the record ids. */
export async function* streamRecordPlaces(store: Store): AsyncIterable<RecordPlace[]> {
  const query = store.db
    .selectFrom('evidence_access_row')
    .select(['id', 'record_id', 'time', 'file_id', 'line', 'standing'])
    .where('standing', '!=', PART)
    .orderBy('record_id');
  for await (const found of store.stream(query, labelledRows)) {
    const merged = found.filter(({ standing }) => standing === MERGED).map(({ id }) => id);
    const parts = await readParts(store, merged);
    yield found.map(({ id, record_id, time, file_id, line }) => ({
      rowId: id,
      id: record_id,
      time,
      rows: parts.get(id) ?? [{ fileId: file_id, line }],
    }));
  }
}

/** The record of one row, whole. */
export async function readRecord(store: Store, rowId: number): Promise<StoredRecord> {
  const row = await selectRecords(store).where('id', '=', rowId).executeTakeFirstOrThrow();
  const find = await new ActorReader(store).find([row]);
  const record = new StoredRecord(row, find(row.actor_id));
  await readPayloads(store, [record]);
  return record;
}

/** Gives records the payload that they came without. */
export async function readPayloads(store: Store, records: readonly StoredRecord[]): Promise<void> {
  const payloads = await findPayloads(
    store,
    records.map(({ rowId }) => rowId),
  );
  for (const record of records) record.givePayload(toKnown(payloads, record.rowId));
}

/** Payloads by row; each block is read once. */
async function findPayloads(store: Store, rowIds: readonly number[]): Promise<Map<number, string>> {
  const wanted = new Map<number, number[]>();
  for (const rowId of rowIds) {
    const block = toBlock(rowId);
    const others = wanted.get(block);
    if (others === undefined) wanted.set(block, [rowId]);
    else others.push(rowId);
  }
  const found = new Map<number, string>();
  for (const { block, payloads } of await store.findRows('evidence_access_payload', 'block', wanted.keys())) {
    for (const rowId of wanted.get(block) ?? []) found.set(rowId, findPayload(payloads, rowId));
  }
  return found;
}

function toKnown(payloads: ReadonlyMap<number, string>, rowId: number): string {
  const payload = payloads.get(rowId);
  if (payload === undefined) throw new Error(`the payload of row ${rowId} is not in the store`);
  return payload;
}

/** Where the rows of a record are. */
export async function readSources(store: Store, record: StoredRecord): Promise<readonly StoredSource[]> {
  if (record.source !== null) return [record.source];
  return (await readParts(store, [record.rowId])).get(record.rowId) ?? [];
}

/** Where the rows are that merged ones stand for, by the id of the merged one. */
async function readParts(store: Store, merged: readonly number[]): Promise<Map<number, readonly StoredSource[]>> {
  const found = new Map<number, readonly StoredSource[]>();
  const payloads = await findPayloads(store, merged);
  for (const rowId of merged) {
    const parts = readPayload(toKnown(payloads, rowId)).partRows;
    const rows = await store.findRows('evidence_access_row', 'id', parts);
    found.set(
      rowId,
      rows.map(({ file_id, line }) => ({ fileId: file_id, line })),
    );
  }
  return found;
}
