import type { PartyExposure } from '@candor/core/impact';
import type { PartyKind } from '@candor/core/impact/party';
import { type SqlBool, sql } from 'kysely';
import type { Store } from '../../adapters/store/store.ts';
import { PARTY_COLUMNS, type PartyRow, readPartyRow } from './party-row.ts';

/** Ids of one statement: engines take a limited number of values. */
const BATCH_IDS = 500;
/** Rows of one batch, of about 0.5 KB. */
const BATCH_ROWS = 2000;

/** Which parties of a version are listed, by what is counted of them. */
export interface PartyFigureFilter {
  /** Empty: of any kind. */
  readonly kinds: readonly PartyKind[];
  /** The least exposed messages of each size, largest first; empty: of any size. */
  readonly sizes: readonly number[];
}

export type PartyListOrder = 'exposure' | 'accessed' | 'presumed' | 'doubtful' | 'undetermined' | 'messages' | 'name';

export interface PartySort {
  readonly by: PartyListOrder;
  readonly isDescending: boolean;
}

/** Sizes that a list is filtered by: from so many messages up to the next one. */
export const SIZES = [1000, 100, 10, 2, 1, 0] as const;

export async function countListed(store: Store, version: number, filter: PartyFigureFilter): Promise<number> {
  const { parties } = await choose(store, version, filter)
    .select(({ fn }) => fn.countAll<number>().as('parties'))
    .executeTakeFirstOrThrow();
  return Number(parties);
}

/** Another one after parties of a version were counted again with other figures. Reads an index only. */
export function sumListed({ db }: Store, version: number): Promise<readonly unknown[]> {
  return db
    .selectFrom('impact_party')
    .select(({ fn }) => [fn.countAll().as('n'), fn.sum('accessed').as('accessed'), fn.sum('presumed').as('presumed')])
    .select(({ fn }) => [fn.sum('messages').as('messages'), fn.sum('undetermined').as('undetermined')])
    .where('version', '=', version)
    .execute();
}

/** Ids in order; equal parties by id. */
export async function listIdsInOrder(
  store: Store,
  version: number,
  filter: PartyFigureFilter,
  sort: PartySort,
  window: { readonly from: number; readonly count: number } | null,
): Promise<readonly string[]> {
  let query = choose(store, version, filter).select('party');
  for (const figure of toFigures(sort.by)) query = query.orderBy(figure, sort.isDescending ? 'desc' : 'asc');
  query = query.orderBy('party');
  if (window !== null) query = query.offset(window.from).limit(window.count);
  return (await query.execute()).map(({ party }) => party);
}

/** The parties of these ids, in their order. */
export async function readListed(store: Store, version: number, ids: readonly string[]): Promise<PartyExposure[]> {
  const found = new Map<string, PartyExposure>();
  for (let at = 0; at < ids.length; at += BATCH_IDS) {
    const rows = await store.db
      .selectFrom('impact_party')
      .select(PARTY_COLUMNS)
      .where('version', '=', version)
      .where('party', 'in', ids.slice(at, at + BATCH_IDS))
      .execute();
    for (const row of rows) found.set(row.party, readPartyRow(row));
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Every party of a version, some at a time. */
export async function* streamListed(store: Store, version: number): AsyncIterable<readonly PartyExposure[]> {
  const query = store.db.selectFrom('impact_party').selectAll().where('version', '=', version);
  for await (const rows of store.stream<PartyRow>(query, BATCH_ROWS)) yield rows.map(readPartyRow);
}

function choose({ db }: Store, version: number, { kinds, sizes }: PartyFigureFilter) {
  let query = db.selectFrom('impact_party').where('version', '=', version);
  if (kinds.length > 0) query = query.where('kind', 'in', kinds);
  if (sizes.length > 0) query = query.where(sql<SqlBool>`(${sql.join(sizes.map(isOfSize), sql` or `)})`);
  return query;
}

function isOfSize(least: number) {
  const next = SIZES.findLast((size) => size > least);
  return next === undefined ? sql`messages >= ${least}` : sql`(messages >= ${least} and messages < ${next})`;
}

function toFigures(by: PartyListOrder) {
  switch (by) {
    // The order of the index `impact_party_order`.
    case 'exposure':
      return [sql.ref('accessed'), sql.ref('presumed'), sql.ref('messages'), sql.ref('undetermined')];
    case 'doubtful':
      return [sql`(partial + possible)`];
    default:
      return [sql.ref(by)];
  }
}
