import { type Lossy, mergeAuditRecords } from '@candor/core/evidence/record';
import type { Selectable } from 'kysely';
import { randomSeed } from '../../adapters/keys/random.ts';
import type { Schema } from '../../adapters/store/schema.ts';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import { SeenIds } from '../seen-ids.ts';
import { ActorReader, ActorWriter, findNextActorId } from './audit-actor-store.ts';
import { dropLostPayloads, dropRows, readPayloads } from './audit-record-store.ts';
import { PayloadBlocks, toFirstOfNextBlock, toPayload } from './record-payload.ts';
import { RowBlockWriter, streamRowBlocks } from './row-block.ts';
import { MERGED_FILE, StoredRecord, type StoredRow } from './stored-record.ts';

/** Rows of repeated ids that are taken at once, whole groups at a time. */
const batchRows = 2000;

/**
 * Merges rows with one id (docs/formats/access-records.md, Rows of one id): rows stay as parts of a merged row.
 * Repeated whenever a file came or went, because merging needs every row of an id at once; a run that is stopped here
 * begins it again.
 */
export async function mergeDuplicates(store: Store): Promise<void> {
  // Nearly every log names each record once, and then nothing was ever merged.
  if (!(await hasRepeated(store))) return;
  await dropRows(store, MERGED_FILE);
  await store.deleteInSteps('evidence_access_part', 'id >= ?', [0]);
  await listParts(store);
  const query = store.db.selectFrom('evidence_access_part').selectAll().orderBy('record_id').orderBy('id');
  const merging = new Merging(store, await dropLostPayloads(store), await findNextActorId(store));
  for await (const rows of store.stream(query, batchRows)) await merging.take(rows.map(toRow));
  await merging.end();
}

async function hasRepeated(store: Store): Promise<boolean> {
  const found = await store.db.selectFrom('evidence_access_repeated').select('record_id').limit(1).executeTakeFirst();
  return found !== undefined;
}

const partColumns = ['id', 'file_id', 'line', 'record_id', 'time', 'actor_id', 'throttled', 'failed', 'lossy'] as const;

/** Lists the rows whose id was met more than once, and the odd one that only looks so. */
async function listParts(store: Store): Promise<void> {
  const repeated = new SeenIds(randomSeed());
  for await (const rows of store.stream(store.db.selectFrom('evidence_access_repeated').select('record_id'))) {
    for (const { record_id } of rows) repeated.add(record_id);
  }
  for await (const block of streamRowBlocks(store)) {
    const parts: StoreValue[][] = [];
    for (let at = 0; at < block.size; at += 1) {
      if (!repeated.has(block.idAt(at))) continue;
      const { id, fileId, line, recordId, time, actorId, throttled, failed, lossy } = block.row(at);
      parts.push([id, fileId, line, recordId, time, actorId, throttled ? 1 : 0, failed ? 1 : 0, lossy]);
    }
    store.insertRows('evidence_access_part', partColumns, parts);
  }
}

function toRow(part: Selectable<Schema['evidence_access_part']>): StoredRow {
  const { id, file_id, line, record_id, time, actor_id, throttled, failed, lossy } = part;
  return {
    id,
    fileId: file_id,
    line,
    recordId: record_id,
    time,
    actorId: actor_id,
    throttled: throttled === 1,
    failed: failed === 1,
    lossy: lossy as Lossy | null,
  };
}

/** Takes rows sorted by record id and merges the groups that have several. */
class Merging {
  readonly #store: Store;
  readonly #readers: ActorReader;
  readonly #actors: ActorWriter;
  readonly #rows: RowBlockWriter;
  readonly #payloads: PayloadBlocks;
  #nextId: number;
  #group: StoredRow[] = [];

  constructor(store: Store, nextId: number, nextActorId: number) {
    this.#store = store;
    this.#nextId = nextId;
    this.#readers = new ActorReader(store);
    this.#actors = new ActorWriter(store, nextActorId);
    this.#rows = new RowBlockWriter(store);
    this.#payloads = new PayloadBlocks(store);
  }

  async take(rows: readonly StoredRow[]): Promise<void> {
    const groups: StoredRow[][] = [];
    for (const row of rows) {
      if (this.#group[0] !== undefined && this.#group[0].recordId !== row.recordId) {
        groups.push(this.#group);
        this.#group = [];
      }
      this.#group.push(row);
    }
    await this.#merge(groups);
  }

  async end(): Promise<void> {
    await this.#merge([this.#group]);
  }

  async #merge(groups: readonly (readonly StoredRow[])[]): Promise<void> {
    await this.#forgetSingle(groups);
    const several = groups.filter((group) => group.length > 1);
    const find = await this.#readers.find(several.flat().map(({ actorId }) => actorId));
    const groupsOfRecords = several.map((group) => group.map((row) => new StoredRecord(row, find(row.actorId))));
    await readPayloads(this.#store, groupsOfRecords.flat());
    for (const records of groupsOfRecords) {
      const merged = mergeAuditRecords(records);
      if (merged === null) continue;
      const id = this.#nextId;
      this.#nextId += 1;
      const parts = records.map(({ rowId }) => rowId);
      this.#rows.add({ id, line: 0, actorId: this.#actors.toId(merged) }, merged);
      this.#payloads.add(id, toPayload(merged, parts));
      if (this.#rows.isFull) this.#write();
    }
    this.#write();
  }

  #write(): void {
    if (this.#rows.size === 0) return;
    this.#store.insertTogether(() => {
      this.#actors.write();
      this.#rows.write(MERGED_FILE);
      this.#payloads.write();
    });
    this.#nextId = toFirstOfNextBlock(this.#nextId - 1);
  }

  async #forgetSingle(groups: readonly (readonly StoredRow[])[]): Promise<void> {
    const single = groups.filter((group) => group.length === 1).map(([row]) => row?.id ?? 0);
    if (single.length === 0) return;
    await this.#store.db.deleteFrom('evidence_access_part').where('id', 'in', single).execute();
  }
}
