import { formatTime } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';

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
  return {
    find: (party, contact) => {
      const written = contact.toLowerCase();
      const held = inForce.find(
        (row) => (row.party === null || row.party === party) && (row.contact === null || row.contact === written),
      );
      if (held === undefined) return null;
      if (held.kind !== 'delay') return `hold ${held.id}: not to be written to`;
      return `hold ${held.id}: disclosure is delayed${held.until === null ? '' : ` until ${formatTime(held.until)}`}`;
    },
  };
}
