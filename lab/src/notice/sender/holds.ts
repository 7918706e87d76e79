import { formatTime } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store.ts';
import { listFormerIds } from '../former-ids.ts';

/** What must not be told, or not to whom, at this moment. */
export interface Holds {
  /** The reason that concerns a party or one of its contacts; null when there is none. */
  find(party: string, contact: string): string | null;
}

/** Reads the holds that are in force: not ended by anybody, and not over. */
export async function readHolds(store: Store, at: number): Promise<Holds> {
  const rows = await store.db.selectFrom('notice_hold').selectAll().where('ended_at', 'is', null).execute();
  const inForce = rows
    .filter(({ until }) => until === null || until > at)
    .map((row) => ({ ...row, contact: row.contact?.toLowerCase() ?? null }));
  const known = await readIdsOfParties(
    store,
    inForce.flatMap(({ party }) => party ?? []),
  );
  return {
    find: (party, contact) => {
      const written = contact.toLowerCase();
      const held = inForce.find(
        (row) =>
          (row.party === null || row.party === party || known.get(row.party)?.has(party) === true) &&
          (row.contact === null || row.contact === written),
      );
      if (held === undefined) return null;
      if (held.kind !== 'delay') return `hold ${held.id}: not to be written to`;
      return `hold ${held.id}: disclosure is delayed${held.until === null ? '' : ` until ${formatTime(held.until)}`}`;
    },
  };
}

/** Under which notices to these parties may have been approved, as the newest count has it. */
async function readIdsOfParties(
  store: Store,
  parties: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (parties.length === 0) return new Map();
  const present = await store.db
    .selectFrom('impact_party')
    .select('party')
    .where('version', '=', (select) =>
      select.selectFrom('impact_party').select(({ fn }) => fn.max('version').as('last')),
    )
    .execute();
  const ids = new Set(present.map(({ party }) => party));
  const rows = await store.db
    .selectFrom('impact_party')
    .select(['party', 'row'])
    .where('party', 'in', [...new Set(parties)])
    .orderBy('version')
    .execute();
  return new Map(rows.map(({ party, row }) => [party, new Set(listFormerIds(JSON.parse(row) as PartyExposure, ids))]));
}
