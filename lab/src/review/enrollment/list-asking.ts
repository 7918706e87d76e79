import { Refusal, type Runtime } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import { assignRequest } from '../store/request-store.ts';
import { insertReviewer, type NewReviewer } from '../store/reviewer-store.ts';

/** Somebody who asked at the portal, with the request by which they did. */
export type AskingReviewer = NewReviewer & { readonly request: string };

/**
 * Lists who asks to read for a party. Why it cannot be done, as a refusal's code; null when it was. Inside the caller's
 * transaction.
 */
export async function listAsking(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  asking: AskingReviewer,
  at: number,
): Promise<string | null> {
  try {
    await insertReviewer(store, runtime, asking, 'portal', at);
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code;
    throw cause;
  }
  await assignRequest(store, asking.request, asking.party);
  return null;
}
