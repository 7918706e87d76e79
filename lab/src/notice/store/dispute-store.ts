import type { Store } from '../../adapters/store/store.ts';

/** Gives its number. */
export async function insertDispute(
  store: Store,
  {
    party,
    notice,
    claim,
    by,
  }: { readonly party: string; readonly notice: number | null; readonly claim: string; readonly by: string },
  at: number,
): Promise<number> {
  const { id } = await store.db
    .insertInto('notice_dispute')
    .values({
      ...{ party, notice_id: notice, claim, made_by: by, made_at: at },
      ...{ answer: null, answered_by: null, answered_at: null, entry: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

export async function keepDisputeAnswer(
  store: Store,
  id: number,
  {
    answer,
    by,
    entry,
    at,
  }: { readonly answer: string; readonly by: string; readonly entry: number; readonly at: number },
): Promise<void> {
  await store.db
    .updateTable('notice_dispute')
    .set({ answer, answered_by: by, answered_at: at, entry })
    .where('id', '=', id)
    .execute();
}

/** Opening times of unanswered ones. */
export async function listUnanswered(store: Store): Promise<readonly { readonly made_at: number }[]> {
  return store.db.selectFrom('notice_dispute').select('made_at').where('answered_at', 'is', null).execute();
}

export interface Dispute {
  readonly id: number;
  readonly party: string;
  readonly notice: number | null;
  readonly claim: string;
  readonly openedBy: string;
  readonly openedAt: number;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: number | null;
}

export async function readDisputes(store: Store): Promise<readonly Dispute[]> {
  const rows = await store.db.selectFrom('notice_dispute').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: Number(row.id),
    party: row.party,
    notice: row.notice_id,
    claim: row.claim,
    openedBy: row.made_by,
    openedAt: row.made_at,
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
  }));
}
