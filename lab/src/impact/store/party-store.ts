import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store.ts';
import { isShown, rankParties } from '../party-rank.ts';
import { dropPresent, keepParties } from './former-party-store.ts';
import { readPartyRow } from './party-row.ts';
/** The parties of a version, in UTF-8 order of their ids. */
export async function readParties(store: Store, version: number): Promise<PartyExposure[]> {
  const rows = await store.db
    .selectFrom('impact_party')
    .select(['party', 'row'])
    .where('version', '=', version)
    .orderBy('party')
    .execute();
  return rows.map(readPartyRow);
}

const PARTY_COLUMNS = ['version', 'party', 'kind', 'row', 'rank', 'shown'];
/** Rows of one INSERT batch. */
const BATCH_ROWS = 2000;

export async function replaceParties(
  store: Store,
  version: number,
  parties: Iterable<PartyExposure>,
  together: () => Promise<void>,
): Promise<void> {
  await store.transaction(async () => {
    await keepParties(store, version);
    await store.db.deleteFrom('impact_party').where('version', '=', version).execute();
    const ranks = rankParties(parties);
    let rows: (string | number)[][] = [];
    const insert = (): void => {
      if (rows.length > 0) store.insertRows('impact_party', PARTY_COLUMNS, rows);
      rows = [];
    };
    for (const party of parties) {
      const rank = ranks.get(party.party) ?? 0;
      rows.push([version, party.party, party.kind, JSON.stringify(party), rank, isShown(party) ? 1 : 0]);
      if (rows.length >= BATCH_ROWS) insert();
    }
    insert();
    await dropPresent(store, version);
    await together();
  });
}
