import { isNumber, isText, listOf, oneOf, readStored, type Shape, shapeOf } from '../../adapters/store/stored-json.ts';
import type { Store } from '../../adapters/store.ts';
import type { ReaderItem } from '../protocol.ts';
import type { Shard } from '../shard.ts';
import { markUnjudged } from './judged-file-store.ts';

const isItem: Shape<ReaderItem> = shapeOf<{
  readonly is: ReaderItem['is'];
  readonly raw: string;
  readonly location: string;
}>({
  is: oneOf('file', 'range', 'message'),
  raw: isText,
  location: isText,
}) as Shape<ReaderItem>;

const isShard = shapeOf<Shard>({ key: isText, custodian: isText, items: listOf(isItem), bytes: isNumber });

/** What a shard was to read; null where there is no such shard. */
export async function findShard(store: Store, id: number): Promise<Shard | null> {
  const row = await store.db.selectFrom('evidence_shard').select('job').where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : readStored(isShard, row.job, 'evidence_shard.job', id);
}

/** A million rows are loaded faster without it. */
const LOCATION_INDEX = 'evidence_copy_location';

export function indexLocations(store: Store): Promise<void> {
  return store.createIndex(LOCATION_INDEX, 'evidence_copy', ['custodian', 'location']);
}

export function dropLocationIndex(store: Store): Promise<void> {
  return store.dropIndex(LOCATION_INDEX);
}

/** What every run finds anew before it reads. */
export async function forgetWalk(store: Store): Promise<void> {
  await store.transaction(async () => {
    await markUnjudged(store);
    await store.db.deleteFrom('evidence_problem').where('origin', '=', 'walk').execute();
    await store.db.deleteFrom('evidence_file').where('purpose', '=', 'mailbox').where('shard_id', 'is', null).execute();
  });
}

export async function countCopies(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .select((select) => select.fn.countAll<number>().as('copies'))
    .where('evidence_shard.current', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(row.copies);
}
