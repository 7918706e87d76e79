import { mergeAccessRecords } from '@candor/core/evidence';
import type { Store } from '../adapters/store.ts';
import { ActorReader, ActorWriter, findNextActorId } from './access-actors.ts';
import { findNextRowId, readPayloads, selectRecords } from './access-store.ts';
import { PayloadBlocks, toBlock, toFirstOfNextBlock } from './payload-blocks.ts';
import { toPayload } from './record-payload.ts';
import { RowBatch } from './row-batch.ts';
import { MERGED, PART, SINGLE, StoredRecord } from './stored-record.ts';

/** Rows of repeated ids that are taken at once, whole groups at a time. */
const batchRows = 2000;
/** Values of one `IN` list; engines take some ten thousand. */
const listedValues = 5000;

/**
 * Makes rows with one id one record (docs/formats/access-records.md, Rows of one id): the rows stay as they are, as `part`, and a `merged`
 * row stands for them. Done anew whenever a file came or went, because merging needs every row of an id at once.
 */
export async function mergeDuplicates(store: Store): Promise<void> {
  // Nearly every log names each record once, and then nothing was ever merged.
  if (!(await hasRepeated(store))) return;
  await forgetMerged(store);
  const repeated = store.db.selectFrom('evidence_access_repeated').select('record_id');
  const query = selectRecords(store).where('record_id', 'in', repeated).orderBy('record_id').orderBy('id');
  const merging = new Merging(store, await findNextRowId(store), await findNextActorId(store));
  await store.transaction(async () => {
    for await (const rows of store.stream(query, batchRows)) await merging.take(rows);
    await merging.end();
  });
}

async function hasRepeated(store: Store): Promise<boolean> {
  const found = await store.db.selectFrom('evidence_access_repeated').select('record_id').limit(1).executeTakeFirst();
  return found !== undefined;
}

async function forgetMerged(store: Store): Promise<void> {
  // Merged rows begin a block, and rows of files never lie in one with them.
  const merged = store.db.selectFrom('evidence_access_row').select('id').where('standing', '=', MERGED).orderBy('id');
  const blocks = new Set<number>();
  for await (const rows of store.stream(merged)) for (const { id } of rows) blocks.add(toBlock(id));
  const listed = [...blocks];
  await store.transaction(async () => {
    for (let at = 0; at < listed.length; at += listedValues) {
      const some = listed.slice(at, at + listedValues);
      await store.db.deleteFrom('evidence_access_payload').where('block', 'in', some).execute();
    }
    await store.db.deleteFrom('evidence_access_row').where('standing', '=', MERGED).execute();
    await store.db.updateTable('evidence_access_row').set({ standing: SINGLE }).where('standing', '=', PART).execute();
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRecords>['execute']>>[number];

/** Takes rows sorted by record id and merges the groups that have several. */
class Merging {
  readonly #store: Store;
  readonly #readers: ActorReader;
  readonly #actors: ActorWriter;
  readonly #payloads: PayloadBlocks;
  #nextId: number;
  #group: Row[] = [];

  constructor(store: Store, nextId: number, nextActorId: number) {
    this.#store = store;
    this.#nextId = nextId;
    this.#readers = new ActorReader(store);
    this.#actors = new ActorWriter(store, nextActorId);
    this.#payloads = new PayloadBlocks(store);
  }

  async take(rows: readonly Row[]): Promise<void> {
    const groups: Row[][] = [];
    for (const row of rows) {
      if (this.#group[0] !== undefined && this.#group[0].record_id !== row.record_id) {
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

  async #merge(groups: readonly (readonly Row[])[]): Promise<void> {
    const several = groups.filter((group) => group.length > 1);
    if (several.length === 0) return;
    const find = await this.#readers.find(several.flat());
    const rows = new RowBatch(this.#store);
    const groupsOfRecords = several.map((group) => group.map((row) => new StoredRecord(row, find(row.actor_id))));
    await readPayloads(this.#store, groupsOfRecords.flat());
    for (const records of groupsOfRecords) {
      const merged = mergeAccessRecords(records);
      if (merged === null) continue;
      const id = this.#nextId;
      this.#nextId += 1;
      rows.add({ id, line: 0, actorId: this.#actors.toId(merged) }, merged);
      this.#payloads.add(
        id,
        toPayload(
          merged,
          records.map(({ rowId }) => rowId),
        ),
      );
    }
    const parts = several.flat().map(({ id }) => id);
    for (let at = 0; at < parts.length; at += listedValues) {
      const some = parts.slice(at, at + listedValues);
      await this.#store.db.updateTable('evidence_access_row').set({ standing: PART }).where('id', 'in', some).execute();
    }
    this.#actors.write();
    rows.write(0, MERGED);
    this.#payloads.write();
    this.#nextId = toFirstOfNextBlock(this.#nextId - 1);
  }
}
