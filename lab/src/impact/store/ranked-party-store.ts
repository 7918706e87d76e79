import type { PartyExposure } from '@candor/core/impact';
import type { PartyKind } from '@candor/core/impact/party';
import type { Store } from '../../adapters/store.ts';
import { readPartyRow } from './party-row.ts';

/** Parties that are read at once: more than a screen, less than a hundred thousand. */
const PAGE_ROWS = 500;

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
