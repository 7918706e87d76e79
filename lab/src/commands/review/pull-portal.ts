import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import type { PortalClient } from '../../adapters/net/portal.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { applyObjections, PartyPlaces, placeNominees, raiseTransfers } from '../../review/enrollment/index.ts';
import {
  applyRevocations,
  type FetchedReceipts,
  type FetchedRequests,
  fetchRequests,
  fetchViewReceipts,
  logHeads,
  type OwnRevocation,
  openDisputes,
  openPortal,
  placeEnrollments,
  requirePortalPlace,
} from '../../review/portal/index.ts';
import { type ReviewNeed, readOpenNeeds } from '../../review/store/need-store.ts';
import { withPortal } from '../acting.ts';

export interface Pulled {
  readonly requests: FetchedRequests;
  /** Enrollments that were listed for people to judge. */
  readonly enrollments: number;
  readonly revoked: readonly OwnRevocation[];
  readonly access: FetchedReceipts;
  /** Position of the log's entry about the chains; null when nothing was done at the portal. */
  readonly entry: number | null;
  readonly needs: readonly ReviewNeed[];
}

/**
 * Fetches parties' requests and view receipts. Trusts nothing from the portal: verifies signatures and chains. Resumes
 * after a kill, and repeating changes nothing.
 * @throws Refusal when the portal is unreachable or invalid, or another command uses it.
 */
export function pullPortal(state: StateFolder): Promise<Pulled> {
  return withPortal(state, async () => {
    const place = await requirePortalPlace(state);
    return pull(state, await openPortal(place), place.incident.incident);
  });
}

export async function pull(state: StateFolder, portal: PortalClient, incident: string): Promise<Pulled> {
  const { store } = state;
  const at = now();
  const runtime = createNodeRuntime();
  const primitives = { ...nodeCryptography, ...runtime };
  // What takes effect goes into the log, so it must have begun.
  await requireActiveOperators(state, runtime, at);
  const places = await PartyPlaces.open(store);
  const requests = await fetchRequests({ store, portal, primitives, incident, places, at });
  const proving = await placeEnrollments({ store, primitives, incident, places, at });
  const named = await placeNominees({ store, primitives, incident, places, at });
  await applyObjections(store, runtime, places, at);
  await raiseTransfers(store, at);
  await openDisputes(store, runtime, places, at);
  const revoked = await applyRevocations(store, runtime, places, at);
  const access = await fetchViewReceipts({ store, portal, runtime, at });
  const entry = await logHeads(store, runtime, at);
  return { requests, enrollments: proving + named, revoked, access, entry, needs: await readOpenNeeds(store) };
}
