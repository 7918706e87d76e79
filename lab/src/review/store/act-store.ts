import type { Store } from '../../adapters/store/store.ts';

/**
 * What happened to an enrollment between its proof and its approval.
 * - `announced`: a notice to all contacts of the party was composed. · `confirmed`: a second contact said that it is
 *   right.
 * - `objected`: somebody of the party said that it is not. · `resumed`: two people decided that it goes on all the
 *   same.
 * - `despite-contest`, `despite-warning`: somebody approved although another claims the same, or the domain looks as if
 *   it were not the party's.
 */
export type EnrollmentActKind =
  | 'announced'
  | 'confirmed'
  | 'objected'
  | 'resumed'
  | 'despite-contest'
  | 'despite-warning';

export interface EnrollmentAct {
  readonly id: number;
  readonly reviewer: number;
  readonly act: EnrollmentActKind;
  readonly by: string;
  readonly at: number;
  readonly contact: string | null;
  readonly why: string | null;
  /** It came by the signed request with this digest. */
  readonly request: string | null;
  readonly notice: number | null;
  readonly entry: number | null;
}

export type NewAct = Pick<EnrollmentAct, 'reviewer' | 'act' | 'by' | 'at'> &
  Partial<Pick<EnrollmentAct, 'contact' | 'why' | 'request' | 'notice' | 'entry'>>;

/** Oldest first; of one enrollment, or of all. */
export async function readActs(store: Store, reviewer: number | null): Promise<readonly EnrollmentAct[]> {
  const query = store.db.selectFrom('review_act').selectAll().orderBy('id');
  const rows = await (reviewer === null ? query : query.where('reviewer_id', '=', reviewer)).execute();
  return rows.map((row) => ({
    id: Number(row.id),
    reviewer: row.reviewer_id,
    act: row.act as EnrollmentActKind,
    by: row.made_by,
    at: row.made_at,
    contact: row.contact,
    why: row.why,
    request: row.request,
    notice: row.notice_id,
    entry: row.entry,
  }));
}

/** Inside the caller's transaction where it belongs to another change. */
export async function insertAct(store: Store, act: NewAct): Promise<void> {
  await store.db
    .insertInto('review_act')
    .values({
      reviewer_id: act.reviewer,
      act: act.act,
      made_by: act.by,
      made_at: act.at,
      contact: act.contact ?? null,
      why: act.why ?? null,
      request: act.request ?? null,
      notice_id: act.notice ?? null,
      entry: act.entry ?? null,
    })
    .execute();
}

/** Undecided objections: those after the last resumption. */
export function listOpenObjections(acts: readonly EnrollmentAct[]): readonly EnrollmentAct[] {
  const resumed = acts.findLast(({ act }) => act === 'resumed')?.id ?? 0;
  return acts.filter(({ act, id }) => act === 'objected' && id > resumed);
}
