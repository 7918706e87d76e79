import type { Store } from '../../adapters/store.ts';
import { raiseNeed } from '../store/need-store.ts';
import { readRequests } from '../store/request-store.ts';
import { readReviewers } from '../store/reviewer-store.ts';

/** A transfer takes two people, so somebody must be told that it was asked for. */
export async function raiseTransfers(store: Store, at: number): Promise<void> {
  const waiting = await readRequests(store, { kind: 'transfer', state: 'waiting' });
  if (waiting.length === 0) return;
  const reviewers = await readReviewers(store, null);
  for (const { asked, party, request } of waiting) {
    if (asked.kind !== 'transfer') continue;
    const heir = reviewers.findLast(({ fingerprint, state }) => fingerprint === asked.reviewer && state === 'approved');
    const need = {
      kind: 'enrollment' as const,
      party,
      subject: `transfer ${request.slice(0, 16)}`,
      words: `the nominator of ${party} asks that ${heir?.name ?? asked.reviewer} becomes nominator.`,
      command: `candor reviewer transfer ${heir?.id ?? asked.reviewer}`,
    };
    await store.transaction(() => raiseNeed(store, need, at));
  }
}
