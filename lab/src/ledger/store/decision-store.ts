import type { DecisionLink } from '@candor/core/ledger/decision';
import type { Store } from '../../adapters/store/store.ts';

/** Links from a number on, in order. */
export async function readLinks(store: Store, since: number): Promise<readonly DecisionLink[]> {
  return store.db
    .selectFrom('ledger_decision')
    .select(['document', 'previous', 'digest', 'signature'])
    .where('number', '>=', since)
    .orderBy('number')
    .execute();
}

/** The numbers of all links, in order: a gap is one that was removed. */
export async function listLinkNumbers(store: Store): Promise<readonly number[]> {
  const rows = await store.db.selectFrom('ledger_decision').select('number').orderBy('number').execute();
  return rows.map(({ number }) => number);
}

/** Number and digest of the last link; null before the first. */
export async function findLastLink(store: Store): Promise<{ readonly number: number; readonly digest: string } | null> {
  const last = await store.db
    .selectFrom('ledger_decision')
    .select(['number', 'digest'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? null;
}

/** Inside the caller's transaction. */
export async function insertLink(store: Store, number: number, link: DecisionLink): Promise<void> {
  await store.db
    .insertInto('ledger_decision')
    .values({ number, ...link })
    .execute();
}
