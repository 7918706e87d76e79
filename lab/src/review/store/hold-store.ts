import { advise, hint, Refusal } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';
import type { Deciding } from '../../ledger/decision/index.ts';
import type { HeldReason } from '../projection-task.ts';

/**
 * Why a message waits for a person: what projecting found, `changed` and `unread` evidence, or a person's own mark
 * (`privilege`, `private`). `private` is an employee's private mail, which never goes to an employer.
 */
export type WaitingReason = HeldReason | MentionReason | 'changed' | 'unread' | 'private';

/**
 * A party that a message only mentions (R8): it only learns number and kind, by a person's decision. Counts while open;
 * a kept one counts no more.
 */
export type MentionReason = `mentioned-${(typeof MENTIONS)[number]}`;

/** Trade and money; people and their data; passwords and keys. */
export const MENTIONS = ['business', 'personal', 'secret'] as const;

export interface ReviewHold {
  readonly id: number;
  readonly party: string;
  /** This is a fingerprint in hex. */
  readonly message: string;
  readonly reason: WaitingReason;
  readonly state: 'open' | 'released' | 'withheld';
  /** Null means that it was found while projecting. */
  readonly madeBy: string | null;
  readonly madeAt: number;
  readonly why: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly entry: number | null;
}

/** Reasons that a person can lift: the others need other evidence, or another projection. */
export const RELEASABLE_REASONS: ReadonlySet<WaitingReason> = new Set<WaitingReason>([
  'privilege',
  'private',
  'quoted',
]);

export async function readHolds(store: Store, party: string | null): Promise<readonly ReviewHold[]> {
  const query = store.db.selectFrom('review_hold').selectAll().orderBy('id');
  const rows = await (party === null ? query : query.where('party', '=', party)).execute();
  return rows.map((row) => ({
    id: Number(row.id),
    party: row.party,
    message: row.message,
    reason: row.reason as WaitingReason,
    state: row.state as ReviewHold['state'],
    madeBy: row.made_by,
    madeAt: row.made_at,
    why: row.why,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    entry: row.entry,
  }));
}

/** @throws Refusal for an unknown number. */
export async function requireHold(store: Store, id: number): Promise<ReviewHold> {
  const hold = (await readHolds(store, null)).find((known) => known.id === id);
  if (hold !== undefined) return hold;
  throw new Refusal('unknown-withheld', [
    advise`no message is held back under the number ${id}; ${hint('withheld.list')} shows them`,
  ]);
}

/** Writes what projecting held back into a state that has none of it. Inside the caller's transaction. */
export function insertFoundHolds(
  store: Store,
  holds: readonly Pick<ReviewHold, 'party' | 'message' | 'reason' | 'state' | 'madeAt'>[],
): void {
  store.insertRows(
    'review_hold',
    ['party', 'message', 'reason', 'state', 'made_at'],
    holds.map(({ party, message, reason, state, madeAt }) => [party, message, reason, state, madeAt]),
  );
}

/** Holds a message back by a person's word, which takes one: nothing is given by it. */
export async function addHold(
  { store }: Deciding,
  hold: Pick<ReviewHold, 'party' | 'message' | 'reason'> & { readonly by: string; readonly why: string },
  at: number,
): Promise<number> {
  const { party, message, reason, by, why } = hold;
  const values = { state: 'open', made_by: by, made_at: at, why, decided_by: null, decided_at: null, entry: null };
  const { id } = await store.db
    .insertInto('review_hold')
    .values({ party, message, reason, ...values })
    .onConflict((conflict) => conflict.columns(['party', 'message', 'reason']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

/** Who made the holds of the privilege log: projecting does not find them, so it must not take them back. */
const PRIVILEGE_LOG = 'findings privilege';

/**
 * Adds holds of the privilege log to existing ones; returns the number of new ones. A hold found by projecting stays
 * even if projecting no longer finds it. Inside the caller's decision.
 */
export async function addPrivilegeHolds(
  { store }: Deciding,
  holds: readonly Pick<ReviewHold, 'party' | 'message'>[],
  at: number,
): Promise<number> {
  const reason = 'privilege';
  const values = { reason, state: 'open', made_by: PRIVILEGE_LOG, made_at: at, why: null } as const;
  const undecided = { decided_by: null, decided_at: null, entry: null };
  let added = 0;
  for (const { party, message } of holds) {
    const { numInsertedOrUpdatedRows } = await store.db
      .insertInto('review_hold')
      .values({ party, message, ...values, ...undecided })
      .onConflict((conflict) => conflict.columns(['party', 'message', 'reason']).doNothing())
      .executeTakeFirstOrThrow();
    added += Number(numInsertedOrUpdatedRows ?? 0);
    await store.db
      .updateTable('review_hold')
      .set({ made_by: PRIVILEGE_LOG })
      .where('party', '=', party)
      .where('message', '=', message)
      .where('reason', '=', reason)
      .where('made_by', 'is', null)
      .execute();
  }
  return added;
}

export async function settleHold(
  { store }: Deciding,
  id: number,
  decision: {
    readonly state: 'released' | 'withheld';
    readonly by: string;
    readonly why: string | null;
    readonly entry: number | null;
  },
  at: number,
): Promise<void> {
  await store.db
    .updateTable('review_hold')
    .set({ state: decision.state, decided_by: decision.by, decided_at: at, why: decision.why, entry: decision.entry })
    .where('id', '=', id)
    .execute();
}

/**
 * Brings the queue up to what the newest projecting found; what a person marked or decided stays. Inside the caller's
 * transaction.
 */
export async function replaceFound(
  store: Store,
  party: string,
  found: readonly { readonly message: string; readonly reason: WaitingReason }[],
  at: number,
): Promise<void> {
  const known = await readHolds(store, party);
  const key = (hold: { readonly message: string; readonly reason: string }): string => `${hold.message} ${hold.reason}`;
  const wanted = new Set(found.map(key));
  const gone = known.filter((hold) => hold.madeBy === null && hold.state === 'open' && !wanted.has(key(hold)));
  for (const { id } of gone) await store.db.deleteFrom('review_hold').where('id', '=', id).execute();
  const there = new Set(known.map(key));
  store.insertRows(
    'review_hold',
    ['message', 'reason'],
    found.filter((hold) => !there.has(key(hold))).map(({ message, reason }) => [message, reason]),
    {
      party,
      state: 'open',
      made_by: null,
      made_at: at,
      why: null,
      decided_by: null,
      decided_at: null,
      entry: null,
    },
  );
}

/**
 * How many messages a party is said to be mentioned in, by kind; only kinds that there are, and only messages that it
 * does not have itself.
 */
export function countMentions(
  holds: readonly ReviewHold[],
  ownMessages: ReadonlySet<string>,
): Readonly<Partial<Record<(typeof MENTIONS)[number], number>>> {
  const counted: Partial<Record<(typeof MENTIONS)[number], number>> = {};
  for (const kind of MENTIONS) {
    const of = holds.filter(
      ({ reason, state, message }) => reason === `mentioned-${kind}` && state === 'open' && !ownMessages.has(message),
    );
    const messages = new Set(of.map(({ message }) => message)).size;
    if (messages > 0) counted[kind] = messages;
  }
  return counted;
}
