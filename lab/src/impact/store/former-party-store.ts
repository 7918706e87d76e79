import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store/store.ts';
import { readPartiesById } from './affected-party-store.ts';
import { readFormerRow, readPartyRow } from './party-row.ts';

/** Ids of one query: engines take a limited number of values. */
const BATCH_IDS = 500;

/**
 * Stores the parties of a version that are replaced by others, so that what refers to an id finds its current party.
 * Before they are replaced, inside the caller's transaction.
 */
export async function keepParties(store: Store, version: number, present: ReadonlySet<string>): Promise<void> {
  const { db } = store;
  const rows = await db.selectFrom('impact_party').select('party').where('version', '=', version).execute();
  const gone = rows.map(({ party }) => party).filter((party) => !present.has(party));
  await keepGoneParties(store, version, gone, [...present]);
}

/** The same where it is known which parties are gone; `present` are at least those that are new. */
export async function keepGoneParties(
  store: Store,
  version: number,
  gone: readonly string[],
  present: readonly string[],
): Promise<void> {
  const { db } = store;
  await db
    .deleteFrom('impact_former_party')
    .where('party', 'in', db.selectFrom('impact_party').select('party').where('version', '=', version))
    .execute();
  await dropFormer(store, present);
  const former = await readPartiesById(store, version, new Set(gone));
  store.insertRows(
    'impact_former_party',
    ['party', 'version', 'row'],
    former.map((exposure) => [exposure.party, version, JSON.stringify(exposure)]),
  );
}

async function dropFormer({ db }: Store, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH_IDS)
    await db
      .deleteFrom('impact_former_party')
      .where('party', 'in', ids.slice(from, from + BATCH_IDS))
      .execute();
}

/** These ids as they were when they were parties last, as far as that is known. */
export async function readFormerParties(
  { db }: Store,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, PartyExposure>> {
  const found = new Map<string, PartyExposure>();
  for (const id of new Set(ids)) {
    const counted = await db
      .selectFrom('impact_party')
      .selectAll()
      .where('party', '=', id)
      .where('version', '<=', ({ selectFrom }) =>
        selectFrom('exposure_version').select(({ fn }) => fn.max('version').as('last')),
      )
      .orderBy('version', 'desc')
      .executeTakeFirst();
    const former = await db.selectFrom('impact_former_party').selectAll().where('party', '=', id).executeTakeFirst();
    if (former !== undefined && former.version >= (counted?.version ?? 0)) found.set(id, readFormerRow(former));
    else if (counted !== undefined) found.set(id, readPartyRow(counted));
  }
  return found;
}
