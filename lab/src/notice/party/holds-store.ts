import type { PartyExposure } from '@candor/core/impact';
import type { Hold } from '@candor/core/notice/contact';
import type { Store } from '../../adapters/store.ts';

export interface StoredHold extends Hold {
  /** Addresses, then domains, that its party had when it was set: whose they are is not told either where a directory gives up the id. */
  readonly held: readonly string[];
}

/** Every hold that was ever recorded, oldest first. */
export async function readHolds(store: Store): Promise<readonly StoredHold[]> {
  const rows = await store.db.selectFrom('notice_hold').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: Number(row.id),
    kind: row.kind === 'delay' ? 'delay' : 'do-not-contact',
    party: row.party,
    contact: row.contact,
    askedBy: row.asked_by,
    why: row.why,
    until: row.until,
    endedAt: row.ended_at,
    held: readHeld(row.held),
  }));
}

type Held = Pick<PartyExposure, 'kind' | 'addresses' | 'domains'>;

/** What a hold of this party is about, whatever id its addresses have later. */
export function toHeld(party: Held): string {
  return JSON.stringify(listHeld(party));
}

/** What the id of a party stands for. Of a person the domain is everybody's. */
export function listHeld({ kind, addresses, domains }: Held): readonly string[] {
  const own = addresses.map(({ address }) => address);
  return kind === 'organization' ? [...own, ...domains] : own;
}

export function readHeld(kept: string | null): readonly string[] {
  return kept === null ? [] : (JSON.parse(kept) as string[]);
}
