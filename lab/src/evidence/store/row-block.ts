import { isAscii } from 'node:buffer';
import type { AuditRecord, Lossy } from '@candor/core/evidence/record';
import type { Selectable } from 'kysely';
import type { Schema } from '../../adapters/store/schema.ts';
import type { Store } from '../../adapters/store/store.ts';
import type { StoredRow } from './stored-record.ts';

// Every record has a row, and every run reads all of them. Single store rows would dominate both, so rows are in
// write-once blocks: columns are arrays of numbers (little-endian wherever Node runs), and ids are concatenated.

/** Maximum rows per block: some 250 KB, so reading one row wastes little time. */
const blockRows = 4096;
/** Ids of a block, in bytes, with which it is full at the latest; those of a block of GUIDs are a seventh. */
const fullIdBytes = 1024 * 1024;
/** Room for the ids of a block in the beginning, in bytes: GUIDs fit. */
const firstIdBytes = blockRows * 40;
/** UTF-8 bytes of one UTF-16 unit at most. */
const bytesPerUnit = 3;
/** Bytes of a row in `columns`: time and line of eight, actor and end of the id of four, and a mark. */
const rowBytes = 25;

/** Where a record comes from, and what it has in common with others. */
interface RowPlace {
  readonly id: number;
  readonly line: number;
  readonly actorId: number;
}

/** Bits of a mark; the three between them index `lossyWords`. */
const THROTTLED = 1;
const FAILED = 16;
const lossyWords: readonly (Lossy | null)[] = [null, 'count-mismatch', 'no-list', 'depth', 'no-ids'];

/** Collects rows with consecutive ids; the first after each write starts a block. */
export class RowBlockWriter {
  readonly #store: Store;
  readonly #times = new Float64Array(blockRows);
  readonly #lines = new Float64Array(blockRows);
  readonly #actorIds = new Uint32Array(blockRows);
  readonly #idEnds = new Uint32Array(blockRows);
  readonly #marks = new Uint8Array(blockRows);
  #ids = Buffer.allocUnsafeSlow(firstIdBytes);
  #size = 0;
  #firstId = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  get size(): number {
    return this.#size;
  }

  /** The next row has to be preceded by `write`. */
  get isFull(): boolean {
    return this.#size === blockRows || this.#idBytes >= fullIdBytes;
  }

  get #idBytes(): number {
    return this.#size === 0 ? 0 : (this.#idEnds[this.#size - 1] ?? 0);
  }

  add({ id, line, actorId }: RowPlace, record: AuditRecord): void {
    const at = this.#size;
    if (at === 0) this.#firstId = id;
    this.#times[at] = record.time;
    this.#lines[at] = line;
    this.#actorIds[at] = actorId;
    this.#marks[at] =
      lossyWords.indexOf(record.lossy) * 2 + (record.throttled ? THROTTLED : 0) + (record.failed ? FAILED : 0);
    this.#idEnds[at] = this.#writeId(record.id, this.#idBytes);
    this.#size += 1;
  }

  /** `fileId`: that of every row since the last time, or `MERGED_FILE`. */
  write(fileId: number): void {
    const size = this.#size;
    if (size === 0) return;
    const columns = [this.#times, this.#lines, this.#actorIds, this.#idEnds, this.#marks].map(
      (column) => new Uint8Array(column.buffer, 0, size * column.BYTES_PER_ELEMENT),
    );
    const ids = this.#ids.subarray(0, this.#idBytes);
    this.#store.insertRows(
      'evidence_access_block',
      ['first_id', 'file_id', 'size', 'columns', 'record_ids'],
      [[this.#firstId, fileId, size, Buffer.concat(columns), ids]],
    );
    this.#size = 0;
  }

  /** Returns its end. */
  #writeId(id: string, from: number): number {
    const most = from + id.length * bytesPerUnit;
    if (most > this.#ids.length) {
      const larger = Buffer.allocUnsafeSlow(most * 2);
      larger.set(this.#ids.subarray(0, from));
      this.#ids = larger;
    }
    return from + this.#ids.write(id, from);
  }
}

/** A block out of the store. */
export class RowBlock {
  readonly firstId: number;
  readonly fileId: number;
  readonly size: number;
  readonly times: Float64Array;
  readonly lines: Float64Array;
  readonly actorIds: Uint32Array;
  readonly ids: Buffer;
  readonly #idEnds: Uint32Array;
  readonly #marks: Uint8Array;
  readonly #encoding: 'latin1' | 'utf8';

  constructor({ first_id, file_id, size, columns, record_ids }: Selectable<Schema['evidence_access_block']>) {
    if (columns.length !== size * rowBytes) throw new Error(`the block of row ${first_id} is damaged`);
    // A copy, because numbers of eight bytes must lie at a multiple of eight.
    const { buffer } = new Uint8Array(columns);
    this.firstId = first_id;
    this.fileId = file_id;
    this.size = size;
    this.times = new Float64Array(buffer, 0, size);
    this.lines = new Float64Array(buffer, size * 8, size);
    this.actorIds = new Uint32Array(buffer, size * 16, size);
    this.#idEnds = new Uint32Array(buffer, size * 20, size);
    this.#marks = new Uint8Array(buffer, size * 24, size);
    this.ids = Buffer.from(record_ids.buffer, record_ids.byteOffset, record_ids.length);
    // Ids are plain in nearly every log, and then nothing has to be decoded.
    this.#encoding = isAscii(this.ids) ? 'latin1' : 'utf8';
  }

  /** Where the record id of a row begins in `ids`; that of the row before ends there. */
  startOfId(at: number): number {
    return at === 0 ? 0 : (this.#idEnds[at - 1] ?? 0);
  }

  idAt(at: number): string {
    return this.ids.toString(this.#encoding, this.startOfId(at), this.startOfId(at + 1));
  }

  markAt(at: number): number {
    return this.#marks[at] ?? 0;
  }

  row(at: number): StoredRow {
    return new BlockRow(this, at);
  }
}

/** Reads what it is asked for: nearly no record is asked for its id. */
class BlockRow implements StoredRow {
  readonly #block: RowBlock;
  readonly #at: number;

  constructor(block: RowBlock, at: number) {
    this.#block = block;
    this.#at = at;
  }

  get id() {
    return this.#block.firstId + this.#at;
  }
  get fileId() {
    return this.#block.fileId;
  }
  get line() {
    return this.#block.lines[this.#at] ?? 0;
  }
  get recordId() {
    return this.#block.idAt(this.#at);
  }
  get time() {
    return this.#block.times[this.#at] ?? 0;
  }
  get actorId() {
    return this.#block.actorIds[this.#at] ?? 0;
  }
  get throttled() {
    return (this.#block.markAt(this.#at) & THROTTLED) !== 0;
  }
  get failed() {
    return (this.#block.markAt(this.#at) & FAILED) !== 0;
  }
  get lossy() {
    return lossyWords[(this.#block.markAt(this.#at) & (FAILED - 1)) >> 1] ?? null;
  }
}

/** Blocks of one streamed batch: a megabyte. */
const streamedBlocks = 4;

/** Streams the blocks of all files and of merged rows, in the order of the row ids. */
export async function* streamRowBlocks(store: Store): AsyncIterable<RowBlock> {
  const query = store.db.selectFrom('evidence_access_block').selectAll().orderBy('first_id');
  for await (const rows of store.stream(query, streamedBlocks)) for (const row of rows) yield new RowBlock(row);
}

/** The row with this id. */
export async function findRow(store: Store, rowId: number): Promise<StoredRow> {
  const found = await store.db
    .selectFrom('evidence_access_block')
    .selectAll()
    .where('first_id', '<=', rowId)
    .orderBy('first_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const block = found === undefined ? null : new RowBlock(found);
  if (block === null || rowId >= block.firstId + block.size) throw new Error(`row ${rowId} is not in the store`);
  return block.row(rowId - block.firstId);
}

export async function countRows(store: Store): Promise<number> {
  const { size } = await store.db
    .selectFrom('evidence_access_block')
    .select((select) => select.fn.sum('size').as('size'))
    .executeTakeFirstOrThrow();
  return Number(size ?? 0);
}
