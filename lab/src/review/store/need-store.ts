import type { Store } from '../../adapters/store/store.ts';

/**
 * What a person has to look at, from the side of the parties.
 * - `access-break`: a chain of access records does not follow its last one. · `portal-back`: the portal does not have
 *   what it had.
 * - `lab-back`: the portal was told something later than this state knows.
 * - `objection`, `contested`, `other-key`, `enrollment`: about who wants to read.
 */
export type ReviewNeedKind =
  | 'access-break'
  | 'portal-back'
  | 'lab-back'
  | 'objection'
  | 'contested'
  | 'other-key'
  | 'enrollment';

export interface ReviewNeed {
  readonly id: number;
  readonly kind: ReviewNeedKind;
  readonly party: string | null;
  readonly subject: string;
  readonly words: string;
  readonly command: string;
  readonly madeAt: number;
  readonly settledAt: number | null;
}

export type NewNeed = Pick<ReviewNeed, 'kind' | 'party' | 'subject' | 'words' | 'command'>;

/** Unsettled ones, oldest first. */
export async function readOpenNeeds(store: Store): Promise<readonly ReviewNeed[]> {
  const rows = await store.db
    .selectFrom('review_need')
    .selectAll()
    .where('settled_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, party, subject, words, command, made_at: madeAt, settled_at: settledAt }) => ({
    id: Number(id),
    kind: kind as ReviewNeedKind,
    party,
    subject,
    words,
    command,
    madeAt,
    settledAt,
  }));
}

/** One of a kind and subject is open at a time. Gives whether it is new. Inside the caller's transaction. */
export async function raiseNeed(store: Store, need: NewNeed, at: number): Promise<boolean> {
  const open = await store.db
    .selectFrom('review_need')
    .select('id')
    .where('kind', '=', need.kind)
    .where('subject', '=', need.subject)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (open !== undefined) return false;
  await store.db
    .insertInto('review_need')
    .values({ ...need, made_at: at, settled_at: null, settled_by: null, settled_why: null })
    .execute();
  return true;
}

/** Inside the caller's transaction. */
export async function settleNeed(
  store: Store,
  { kind, subject }: Pick<ReviewNeed, 'kind' | 'subject'>,
  { by, why, at }: { readonly by: string; readonly why: string; readonly at: number },
): Promise<void> {
  await store.db
    .updateTable('review_need')
    .set({ settled_at: at, settled_by: by, settled_why: why })
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('settled_at', 'is', null)
    .execute();
}

/** What the organization's own people have not decided yet; what the portal's side brings up is in `review_need`. */
interface WaitingReview {
  /** Fewer than two people have agreed to them. */
  readonly releases: number;
  /** These were held by projecting: a person's hold is a decision. */
  readonly held: number;
  /** They were recorded by hand: no portal asked for them. */
  readonly enrollments: number;
}

export async function readWaiting({ db }: Store): Promise<WaitingReview> {
  const releases = db.selectFrom('review_release').where('state', '=', 'prepared');
  const held = db.selectFrom('review_hold').where('state', '=', 'open').where('made_by', 'is', null);
  const enrollments = db.selectFrom('review_reviewer').where('state', '=', 'asked').where('request', 'is', null);
  const [released, holding, asking] = await Promise.all([
    releases.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    held.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    enrollments.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { releases: Number(released.count), held: Number(holding.count), enrollments: Number(asking.count) };
}
