import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store/store.ts';
import { readPartyRow } from './party-row.ts';

/**
 * Stores the parties of a version before replacing them, so that what refers to an id finds its current party. Inside
 * the caller's transaction.
 */
export async function keepParties({ db }: Store, version: number): Promise<void> {
  const rows = db.selectFrom('impact_party').select(['party', 'version', 'row']).where('version', '=', version);
  const ids = db.selectFrom('impact_party').select('party').where('version', '=', version);
  await db.deleteFrom('impact_former_party').where('party', 'in', ids).execute();
  await db.insertInto('impact_former_party').columns(['party', 'version', 'row']).expression(rows).execute();
}

/** Drops stored ones that are parties of the version again, or still. */
export async function dropPresent({ db }: Store, version: number): Promise<void> {
  const ids = db.selectFrom('impact_party').select('party').where('version', '=', version);
  await db.deleteFrom('impact_former_party').where('party', 'in', ids).execute();
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
      .select(['party', 'version', 'row'])
      .where('party', '=', id)
      .orderBy('version', 'desc')
      .executeTakeFirst();
    const former = await db
      .selectFrom('impact_former_party')
      .select(['party', 'version', 'row'])
      .where('party', '=', id)
      .executeTakeFirst();
    const newest = (former?.version ?? 0) >= (counted?.version ?? 0) ? former : counted;
    if (newest !== undefined) found.set(id, readPartyRow(newest));
  }
  return found;
}
