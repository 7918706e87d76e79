import type { ReceiptHead } from '@candor/core/review/access';
import { z } from 'zod';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';

/** The first record that did not follow. */
export type ChainBreak = Readonly<z.infer<typeof breakSchema>>;

const breakSchema = z.object({ number: z.number(), previous: z.string(), hash: z.string(), at: z.number() });
const isBreak = guardOf(breakSchema);

export interface StoredHead extends ReceiptHead {
  readonly party: string;
  /** The log last has the chain up to this record. */
  readonly logged: number;
  readonly broken: ChainBreak | null;
}

/** Of every party with records, by the bytes of its name. */
export async function readHeads(store: Store): Promise<readonly StoredHead[]> {
  const rows = await store.db.selectFrom('review_access_head').selectAll().orderBy('party').execute();
  return rows.map(toHead);
}

export async function findHead(store: Store, party: string): Promise<StoredHead | null> {
  const row = await store.db.selectFrom('review_access_head').selectAll().where('party', '=', party).executeTakeFirst();
  return row === undefined ? null : toHead(row);
}

function toHead(row: {
  readonly party: string;
  readonly number: number;
  readonly hash: string;
  readonly logged: number;
  readonly broken: string | null;
}): StoredHead {
  return {
    ...row,
    broken: row.broken === null ? null : readStored(isBreak, row.broken, 'review_access_head.broken', row.party),
  };
}

export async function hasAccess(store: Store, hash: string): Promise<boolean> {
  const row = await store.db.selectFrom('review_access').select('hash').where('hash', '=', hash).executeTakeFirst();
  return row !== undefined;
}

/** One that is there already stays: two branches of a chain may hold it. Inside the caller's transaction. */
export async function insertAccess(
  store: Store,
  row: { readonly party: string; readonly number: number; readonly hash: string; readonly record: string },
): Promise<void> {
  await store.db
    .insertInto('review_access')
    .values(row)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

/** The chain is whole up to here. Inside the caller's transaction. */
export async function putHead(store: Store, party: string, { number, hash }: ReceiptHead): Promise<void> {
  await store.db
    .insertInto('review_access_head')
    .values({ party, number, hash, logged: 0, broken: null })
    .onConflict((conflict) => conflict.column('party').doUpdateSet({ number, hash, broken: null }))
    .execute();
}

/** The head stays where the chain was whole. Inside the caller's transaction. */
export async function setBroken(store: Store, party: string, head: ReceiptHead, broken: ChainBreak): Promise<void> {
  const text = JSON.stringify(broken);
  await store.db
    .insertInto('review_access_head')
    .values({ party, number: head.number, hash: head.hash, logged: 0, broken: text })
    .onConflict((conflict) => conflict.column('party').doUpdateSet({ broken: text }))
    .execute();
}

/** Inside the caller's transaction. */
export async function markLogged(store: Store): Promise<void> {
  await store.db
    .updateTable('review_access_head')
    .set((expression) => ({ logged: expression.ref('number') }))
    .execute();
}
