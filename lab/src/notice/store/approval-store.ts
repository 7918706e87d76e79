import type { Approval } from '@candor/core/notice/operator';
import type { Store } from '../../adapters/store/store.ts';

/** Approvals of what has this digest, valid or not, oldest first. */
export async function readApprovalRows(store: Store, what: string, digest: string): Promise<readonly Approval[]> {
  const rows = await store.db
    .selectFrom('notice_approval')
    .select(['operator', 'public_key', 'signature'])
    .where('what', '=', what)
    .where('digest', '=', digest)
    .orderBy('id')
    .execute();
  return rows.map(({ operator, public_key, signature }) => ({ operator, key: public_key, signature }));
}

export async function countApprovals(store: Store, what: string, digest: string): Promise<number> {
  return (await readApprovalRows(store, what, digest)).length;
}

export async function insertApproval(
  store: Store,
  {
    what,
    subject,
    digest,
    approval,
    at,
  }: {
    readonly what: string;
    readonly subject: string;
    readonly digest: string;
    readonly approval: Approval;
    readonly at: number;
  },
): Promise<void> {
  const { operator, key, signature } = approval;
  await store.db
    .insertInto('notice_approval')
    .values({ what, subject, digest, operator, public_key: key, signature, made_at: at })
    .execute();
}

/** When each operator's row was stored. */
export async function readApprovalTimes(
  store: Store,
  what: string,
  digest: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await store.db
    .selectFrom('notice_approval')
    .select(['operator', 'made_at'])
    .where('what', '=', what)
    .where('digest', '=', digest)
    .execute();
  return new Map(rows.map(({ operator, made_at }) => [operator, made_at]));
}
