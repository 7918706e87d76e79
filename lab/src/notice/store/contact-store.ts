import type { Contact } from '@candor/core/impact/party';
import type { Store } from '../../adapters/store/store.ts';
import type { Deciding } from '../../ledger/decision/index.ts';

/** Imported or found contacts besides the directory's, oldest first. */
export async function readContacts(store: Store) {
  return store.db.selectFrom('notice_contact').selectAll().orderBy('id').execute();
}

/** Ids that have such contacts. */
export async function listContactParties(store: Store): Promise<readonly string[]> {
  const rows = await store.db.selectFrom('notice_contact').select('party').distinct().execute();
  return rows.map(({ party }) => party);
}

/**
 * Replaces what was imported before, of these parties or of all. Gives how many contacts went. Inside the caller's
 * decision.
 */
export async function replaceImported(
  { store }: Deciding,
  contacts: readonly (Contact & { readonly party: string })[],
  parties: ReadonlySet<string> | null,
  at: number,
): Promise<number> {
  let replaced = 0;
  for (const { id, party } of await listImported(store)) {
    if (parties !== null && !parties.has(party)) continue;
    await store.db.deleteFrom('notice_contact').where('id', '=', id).execute();
    replaced += 1;
  }
  store.insertRows(
    'notice_contact',
    ['party', 'contact', 'role', 'language', 'source', 'observed', 'made_at'],
    contacts.map(({ party, contact, role, language }) => [party, contact, role, language, 'import', null, at]),
  );
  return replaced;
}

/** Contacts that were imported, oldest first. */
export async function listImported(
  store: Store,
): Promise<readonly { readonly id: number; readonly party: string; readonly contact: string }[]> {
  const rows = await store.db
    .selectFrom('notice_contact')
    .select(['id', 'party', 'contact'])
    .where('source', '=', 'import')
    .orderBy('id')
    .execute();
  return rows.map(({ id, party, contact }) => ({ id: Number(id), party, contact }));
}

/** Writes contacts that the ladder observed into a state that has none. Inside the caller's transaction. */
export function insertObserved(
  store: Store,
  contacts: readonly (Contact & { readonly party: string; readonly source: string; readonly made_at: number })[],
): void {
  store.insertRows(
    'notice_contact',
    ['party', 'contact', 'role', 'language', 'source', 'observed', 'made_at'],
    contacts.map(({ party, contact, role, language, source, made_at }) => [
      party,
      contact,
      role,
      language,
      source,
      null,
      made_at,
    ]),
  );
}

/** Replaces what a source said of a party's contacts. Inside the caller's transaction. */
export async function replaceObserved(
  store: Store,
  party: string,
  {
    source,
    observed,
    contacts,
    at,
  }: { readonly source: string; readonly observed: string; readonly contacts: readonly Contact[]; readonly at: number },
): Promise<void> {
  await store.db.deleteFrom('notice_contact').where('party', '=', party).where('source', '=', source).execute();
  for (const contact of contacts)
    await store.db
      .insertInto('notice_contact')
      .values({ party, ...contact, source, observed, made_at: at })
      .execute();
}
