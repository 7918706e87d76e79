import type { AccessRow, ActorKeys, Need } from '@candor/core/evidence/record';
import { randomSeed } from '../../adapters/keys/random.ts';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { SeenIds } from '../seen-ids.ts';
import { ActorReader, ActorWriter, findNextActorId, selectActors } from './audit-actor-store.ts';
import { findPayload, PayloadBlocks, readPayload, toBlock, toFirstOfNextBlock, toPayload } from './record-payload.ts';
import { findRow, RowBlockWriter, streamRowBlocks } from './row-block.ts';
import type { RowSight } from './row-sight.ts';
import { StoredRecord, type StoredRow, type StoredSource } from './stored-record.ts';

/** Unreadable rows that are written at once, where no row fills a block. */
const unreadableRows = 512;

/** A file as the store knows it. */
export interface StoredFile {
  readonly id: number;
  /** As in incident.yaml. */
  readonly path: string;
}

/**
 * Takes rows of access files and writes them in batches, each a transaction. Payloads may be written before their rows,
 * which tell where the payloads of a file are: `dropLostPayloads` takes away what a killed process left so.
 */
export class AccessRowWriter {
  readonly #store: Store;
  readonly #seen: SeenIds;
  readonly #actors: ActorWriter;
  readonly #payloads: PayloadBlocks;
  readonly #rows: RowBlockWriter;
  #file: StoredFile = { id: 0, path: '' };
  #nextId: number;
  #unreadable: StoreValue[][] = [];
  #repeated = new Set<string>();

  constructor(store: Store, seen: SeenIds, actors: ActorWriter, firstId: number) {
    this.#store = store;
    this.#seen = seen;
    this.#actors = actors;
    this.#payloads = new PayloadBlocks(store);
    this.#rows = new RowBlockWriter(store);
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
    if (this.#rows.isFull || this.#unreadable.length >= unreadableRows) this.flush();
  }

  /**
   * Writes what was added since the last call. The next row starts new blocks, so that a file can be forgotten
   * separately.
   */
  flush(): void {
    this.#store.insertTogether(() => {
      this.#actors.write();
      this.#rows.write(this.#file.id);
      this.#payloads.write();
      this.#store.insertRows('evidence_access_unreadable', ['line', 'cause', 'operation'], this.#unreadable, {
        file: this.#file.path,
      });
      this.#store.insertRows(
        'evidence_access_repeated',
        ['record_id'],
        [...this.#repeated].map((id) => [id]),
      );
    });
    this.#nextId = toFirstOfNextBlock(this.#nextId - 1);
    this.#unreadable = [];
    this.#repeated = new Set();
  }
}

/** A writer that continues after existing rows. */
export async function openAccessWriter(store: Store): Promise<AccessRowWriter> {
  const seen = new SeenIds(randomSeed());
  for await (const block of streamRowBlocks(store)) {
    for (let at = 0; at < block.size; at += 1) seen.add(block.idAt(at));
  }
  const actors = new ActorWriter(store, await findNextActorId(store));
  return new AccessRowWriter(store, seen, actors, await dropLostPayloads(store));
}

/** Takes away payloads whose rows were never written. Gives the first row of the next block. */
export async function dropLostPayloads(store: Store): Promise<number> {
  const nextId = await findNextRowId(store);
  await store.deleteInSteps('evidence_access_payload', 'block >= ?', [toBlock(nextId)]);
  return nextId;
}

/** The first row of the next block of payloads. */
async function findNextRowId(store: Store): Promise<number> {
  const last = await store.db
    .selectFrom('evidence_access_block')
    .select(['first_id', 'size'])
    .orderBy('first_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? 0 : toFirstOfNextBlock(last.first_id + last.size - 1);
}

/** Forgets what was read of an access file, whole or in part. */
export async function dropAccessFile(store: Store, file: string, fileId: number): Promise<void> {
  await dropRows(store, fileId);
  await store.deleteInSteps('evidence_access_unreadable', 'file = ?', [file]);
  await store.transaction(async () => {
    await store.db.deleteFrom('evidence_problem').where('file', '=', file).execute();
    await store.db.deleteFrom('evidence_file').where('id', '=', fileId).execute();
  });
}

/** Forgets the rows of a file, or merged ones, and their payloads, block by block. */
export async function dropRows(store: Store, fileId: number): Promise<void> {
  const blocks = await store.db
    .selectFrom('evidence_access_block')
    .select(['first_id', 'size'])
    .where('file_id', '=', fileId)
    .execute();
  for (const { first_id, size } of blocks)
    await store.transaction(async () => {
      await store.db
        .deleteFrom('evidence_access_payload')
        .where('block', '>=', toBlock(first_id))
        .where('block', '<=', toBlock(first_id + size - 1))
        .execute();
      await store.db.deleteFrom('evidence_access_block').where('first_id', '=', first_id).execute();
    });
}

/** Tells of rows, by id, whether they are one of several of a record. */
export async function readParts(store: Store): Promise<(rowId: number) => boolean> {
  const parts = new Uint8Array(await findNextRowId(store));
  for await (const rows of store.stream(store.db.selectFrom('evidence_access_part').select('id'))) {
    for (const { id } of rows) parts[id] = 1;
  }
  return (rowId) => parts[rowId] === 1;
}

/**
 * Records out of rows; those that are neither Bind nor Sync get their payload at once, because their mailbox may stand
 * in it.
 */
async function toRecords(store: Store, actors: ActorReader, rows: readonly StoredRow[]): Promise<StoredRecord[]> {
  const find = await actors.find(rows.map(({ actorId }) => actorId));
  const records = rows.map((row) => new StoredRecord(row, find(row.actorId)));
  await readPayloads(
    store,
    records.filter(({ kind }) => kind !== 'bind' && kind !== 'sync'),
  );
  return records;
}

/** Rows of a batch that get their payloads: so few that they die young. */
const batchRows = 512;

/**
 * Streams the distinct records that a pass needs, in the order in which they lie; Binds and Syncs come without payload.
 * Where no time is needed, no actor is looked at.
 */
export async function* streamNeededRecords(
  store: Store,
  needs: (keys: ActorKeys) => Need,
  sight: RowSight,
): AsyncIterable<StoredRecord[]> {
  let needOf: ((actorId: number) => Need) | null = null;
  const isPart = await readParts(store);
  const actors = new ActorReader(store);
  for await (const block of streamRowBlocks(store)) {
    for (let from = 0; from < block.size; from += batchRows) {
      const rows: StoredRow[] = [];
      for (let at = from; at < block.size && at < from + batchRows; at += 1) {
        if (!sight.isTimeNeeded(block.times[at] ?? 0)) continue;
        needOf ??= await selectActors(store, needs);
        const need = needOf(block.actorIds[at] ?? 0);
        if (need === 'none' || isPart(block.firstId + at)) continue;
        const row = block.row(at);
        if (sight.isNeeded(row, need)) rows.push(row);
      }
      if (rows.length > 0) yield await toRecords(store, actors, rows);
    }
  }
}

/** Streams every distinct record, in the order in which they lie; Binds and Syncs come without payload. */
export async function* streamRecords(store: Store): AsyncIterable<StoredRecord[]> {
  const isPart = await readParts(store);
  const actors = new ActorReader(store);
  for await (const block of streamRowBlocks(store)) {
    for (let from = 0; from < block.size; from += batchRows) {
      const rows: StoredRow[] = [];
      for (let at = from; at < block.size && at < from + batchRows; at += 1) {
        if (!isPart(block.firstId + at)) rows.push(block.row(at));
      }
      yield await toRecords(store, actors, rows);
    }
  }
}

/** The time of the last record in each of some access files, by id. */
export async function findLastTimes(store: Store, fileIds: ReadonlySet<number>): Promise<ReadonlyMap<number, number>> {
  const last = new Map<number, number>();
  if (fileIds.size === 0) return last;
  for await (const { fileId, size, times } of streamRowBlocks(store)) {
    if (!fileIds.has(fileId)) continue;
    let latest = last.get(fileId) ?? Number.NEGATIVE_INFINITY;
    for (let at = 0; at < size; at += 1) latest = Math.max(latest, times[at] ?? latest);
    last.set(fileId, latest);
  }
  return last;
}

/** The record of one row, whole. */
export async function readRecord(store: Store, rowId: number): Promise<StoredRecord> {
  const [record] = await readRecords(store, [rowId]);
  if (record === undefined) throw new Error(`row ${rowId} is not in the store`);
  return record;
}

/** The records of some rows, whole, in the order of the rows. */
export async function readRecords(store: Store, rowIds: readonly number[]): Promise<StoredRecord[]> {
  const rows: StoredRow[] = [];
  for (const rowId of rowIds) rows.push(await findRow(store, rowId));
  const find = await new ActorReader(store).find(rows.map(({ actorId }) => actorId));
  const records = rows.map((row) => new StoredRecord(row, find(row.actorId)));
  await readPayloads(store, records);
  return records;
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
  return (await findSources(store, [record.rowId])).get(record.rowId) ?? [];
}

/** Where the rows are that merged ones stand for, by the id of the merged one. */
export async function findSources(
  store: Store,
  merged: readonly number[],
): Promise<Map<number, readonly StoredSource[]>> {
  const found = new Map<number, readonly StoredSource[]>();
  const payloads = await findPayloads(store, merged);
  for (const rowId of merged) {
    const parts = readPayload(toKnown(payloads, rowId), rowId).partRows;
    const rows = await store.findRows('evidence_access_part', 'id', parts);
    found.set(
      rowId,
      rows.map(({ file_id, line }) => ({ fileId: file_id, line })),
    );
  }
  return found;
}
