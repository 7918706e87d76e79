import type { PartyExposure } from '@candor/core/impact';
import type { PartyKind } from '@candor/core/impact/party';
import type { Store } from '../../adapters/store/store.ts';
import { isShown, rankParties } from '../party-rank.ts';
import { dropPresent, keepParties } from './former-party-store.ts';
import { readPartyRow } from './party-row.ts';

/** Parties that are read at once: more than a screen, less than a hundred thousand. */
const PAGE_ROWS = 500;

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

/** The newest version whose parties were counted; null before the first. */
export async function findCountedVersion(store: Store): Promise<number | null> {
  const { last } = await store.db
    .selectFrom('impact_party')
    .select(({ fn }) => fn.max('version').as('last'))
    .executeTakeFirstOrThrow();
  return last === null ? null : Number(last);
}

/** How many of these ids are parties by the newest count. */
export async function countPresent(store: Store, ids: Iterable<string>): Promise<number> {
  const { parties } = await store.db
    .selectFrom('impact_party')
    .select(({ fn }) => fn.countAll<number>().as('parties'))
    .where('party', 'in', [...ids])
    .where('version', '=', (select) =>
      select.selectFrom('impact_party').select(({ fn }) => fn.max('version').as('last')),
    )
    .executeTakeFirstOrThrow();
  return Number(parties);
}

/** Ids of the parties of a version. */
export async function listPartyIds(store: Store, version: number): Promise<readonly string[]> {
  const rows = await store.db.selectFrom('impact_party').select('party').where('version', '=', version).execute();
  return rows.map(({ party }) => party);
}

/** A party as it was counted last. @throws Error where it never was. */
export async function readNewestParty(store: Store, party: string): Promise<PartyExposure> {
  const row = await store.db
    .selectFrom('impact_party')
    .select(['party', 'row'])
    .where('party', '=', party)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  return readPartyRow(row);
}

/**
 * How many parties a version has of each kind, those that are shown apart from the others; null where it was made
 * before their places were kept.
 */
export async function countRankedParties(
  store: Store,
  version: number,
): Promise<readonly { readonly kind: PartyKind; readonly shown: boolean; readonly parties: number }[] | null> {
  const unranked = await store.db
    .selectFrom('impact_party')
    .select('party')
    .where('version', '=', version)
    .where('rank', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (unranked !== undefined) return null;
  const rows = await store.db
    .selectFrom('impact_party')
    .select((select) => ['kind', 'shown', select.fn.countAll<number>().as('parties')])
    .where('version', '=', version)
    .groupBy(['kind', 'shown'])
    .execute();
  return rows.map(({ kind, shown, parties }) => ({
    kind: kind as PartyKind,
    shown: shown === 1,
    parties: Number(parties),
  }));
}

/** The parties of a version in the order of their places, page by page. */
export async function* streamRankedParties(
  store: Store,
  version: number,
  { kind, all }: { readonly kind?: PartyKind | undefined; readonly all?: boolean },
): AsyncIterable<readonly PartyExposure[]> {
  let query = store.db
    .selectFrom('impact_party')
    .select(['party', 'row'])
    .where('version', '=', version)
    .orderBy('rank');
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (all !== true) query = query.where('shown', '=', 1);
  for await (const rows of store.stream(query, PAGE_ROWS)) yield rows.map(readPartyRow);
}
