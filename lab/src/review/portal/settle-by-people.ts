import type { Store } from '../../adapters/store.ts';
import { readRequests, settleRequest } from '../store/request-store.ts';
import { readReviewers } from '../store/reviewer-store.ts';

/**
 * What people decided about an enrollment is the answer to the request that it came by. Inside the caller's
 * transaction.
 */
export async function settleByPeople(store: Store, at: number): Promise<void> {
  const decided = new Map(
    (await readReviewers(store, null)).flatMap((one) =>
      one.request === null || one.state === 'asked' ? [] : [[one.request, one] as const],
    ),
  );
  for (const { request, state } of await readRequests(store, { kind: 'enrollment' })) {
    const reviewer = decided.get(request);
    if (reviewer === undefined) continue;
    const wanted = reviewer.state === 'refused' ? 'refused' : 'approved';
    if (state !== wanted) await settleRequest(store, request, wanted, reviewer.endedWhy, at);
  }
}
