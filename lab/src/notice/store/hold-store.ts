import type { PartyExposure } from '@candor/core/impact';
import type { Hold } from '@candor/core/notice/contact';
import type { Store } from '../../adapters/store/store.ts';
import { isTexts, readStored } from '../../adapters/store/stored-json.ts';
import type { Deciding } from '../../ledger/decision/index.ts';

export interface StoredHold extends Hold {
  /** Addresses, then domains, of its party when set: their owner is on hold even if a directory drops the id. */
  readonly held: readonly string[];
}

/** A hold with who recorded it, and when. */
export interface RecordedHold extends StoredHold {
  readonly by: string;
  readonly at: number;
}

/** Every hold that was ever recorded, oldest first. */
export async function readHolds(store: Store): Promise<readonly StoredHold[]> {
  return (await readHoldRows(store)).map(({ by: _by, at: _at, ...hold }) => hold);
}

export async function readHoldRows(store: Store): Promise<readonly RecordedHold[]> {
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
    by: row.made_by,
    at: row.made_at,
  }));
}

type Held = Pick<PartyExposure, 'kind' | 'addresses' | 'domains'>;

/** What a hold of this party is about, whatever id its addresses have later. */
export function toHeld(party: Held): string {
  return JSON.stringify(listHeld(party));
}

/** What a party's id stands for. A person's domain is not theirs alone. */
export function listHeld({ kind, addresses, domains }: Held): readonly string[] {
  const own = addresses.map(({ address }) => address);
  return kind === 'organization' ? [...own, ...domains] : own;
}

export function readHeld(kept: string | null): readonly string[] {
  return kept === null ? [] : readStored(isTexts, kept, 'notice_hold.held', '');
}

/** A hold that nobody has ended. */
export interface OpenHold {
  readonly id: number;
  readonly kind: string;
  readonly party: string | null;
  readonly contact: string | null;
  readonly until: number | null;
  readonly madeAt: number;
  readonly held: string | null;
}

/** Holds that nobody has ended, including those past their date. */
export async function listOpenHolds(store: Store): Promise<readonly OpenHold[]> {
  const rows = await store.db.selectFrom('notice_hold').selectAll().where('ended_at', 'is', null).execute();
  return rows.map(({ id, kind, party, contact, until, made_at: madeAt, held }) => ({
    id: Number(id),
    kind,
    party,
    contact,
    until,
    madeAt,
    held,
  }));
}

/** A hold from now on. Gives its number. */
export async function insertHold(
  { store }: Deciding,
  hold: Pick<Hold, 'kind' | 'party' | 'contact' | 'askedBy' | 'why' | 'until'> & {
    readonly held: string | null;
    readonly by: string;
    readonly at: number;
  },
): Promise<number> {
  const { kind, party, contact, askedBy, why, until, held, by, at } = hold;
  const { id } = await store.db
    .insertInto('notice_hold')
    .values({
      kind,
      party,
      contact,
      asked_by: askedBy,
      why,
      until,
      held,
      made_by: by,
      made_at: at,
      ended_at: null,
      ended_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

/** Ends a hold that is not ended yet. */
export async function markEnded({ store }: Deciding, id: number, by: string, at: number): Promise<void> {
  await store.db
    .updateTable('notice_hold')
    .set({ ended_at: at, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}
