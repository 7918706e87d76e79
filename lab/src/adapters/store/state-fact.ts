import type { Store } from './store.ts';
import { isTexts, readStored, type Shape } from './stored-json.ts';

/**
 * Small facts about a state: `incident` (its id), `incident-file` (absolute path), `accepted` (places a person has
 * looked at, JSON list), `evidence-judged` (`no` from when a run begins to read again until a version is complete),
 * `access-merged` (`yes` while rows with one id are one record), `access-reading` (how access files were read),
 * `site-built` (size of the log that the last build of the site published), `site-built-at` (when that was), `site-app`
 * (the reviewer app that the log names, JSON, and the position of its entry), `portal-requests`, `portal-access` (how
 * far the portal's lists were taken), `portal-standing`, `portal-tags` (what it was last told), JSON each,
 * `portal-complete` (the portal's process that had every release in force), `watch-version` (the newest version of
 * which everybody was alerted), `watch-drafted` (the newest one of which drafts were prepared),
 * `misread-until` (the last notice and release that may rest on messages that earlier versions misread, JSON; only in a
 * state that has such messages), `inbox-read` (when the inbox was last read to its end, UTC seconds), `watch-problems`
 * (digests of the problems for a person that everybody was alerted of, JSON list), `finding-controls` (what the last
 * search found of its control messages, JSON).
 */
export type FactKey =
  | 'incident'
  | 'incident-file'
  | 'accepted'
  | 'evidence-judged'
  | 'access-merged'
  | 'access-reading'
  | 'site-built'
  | 'site-built-at'
  | 'site-app'
  | 'portal-requests'
  | 'portal-access'
  | 'portal-standing'
  | 'portal-tags'
  | 'portal-complete'
  | 'watch-version'
  | 'watch-drafted'
  | 'misread-until'
  | 'inbox-read'
  | 'watch-problems'
  | 'finding-controls';

export async function readFact(store: Store, key: FactKey): Promise<string | null> {
  const row = await store.db.selectFrom('state_fact').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeFact(store: Store, key: FactKey, value: string): Promise<void> {
  await store.db
    .insertInto('state_fact')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** A fact that is kept as JSON; null where it was never written. */
export async function readJsonFact<T>(store: Store, key: FactKey, is: Shape<T>): Promise<T | null> {
  const value = await readFact(store, key);
  return value === null ? null : readStored(is, value, 'state_fact', key);
}

/** Places of problems that a person has looked at. */
export async function readAccepted(store: Store): Promise<ReadonlySet<string>> {
  return new Set((await readJsonFact(store, 'accepted', isTexts)) ?? []);
}
