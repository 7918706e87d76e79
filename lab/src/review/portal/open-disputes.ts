import type { Hashing } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import { keepDispute } from '../../notice/index.ts';
import type { PartyPlaces } from '../enrollment/party-places.ts';
import { readRequests, type StoredRequest, settleRequest } from '../store/request-store.ts';
import { readReviewers } from '../store/reviewer-store.ts';

/**
 * Opens a dispute for each figure that a party's reviewers disputed at the portal (docs/formats/proof.md, Dispute).
 * Needs nobody of the organization, since it changes no figure; people answer it. Dispute, log and request change
 * together.
 */
export async function openDisputes(store: Store, hashing: Hashing, places: PartyPlaces, at: number): Promise<number> {
  let opened = 0;
  for (const request of await readRequests(store, { kind: 'dispute', state: 'waiting' }))
    if (await store.durableTransaction(() => open(store, hashing, places, request, at))) opened += 1;
  return opened;
}

async function open(
  store: Store,
  hashing: Hashing,
  places: PartyPlaces,
  { request, asked, signer, party }: StoredRequest,
  at: number,
): Promise<boolean> {
  if (asked.kind !== 'dispute' || party === null) throw new Error('this is no dispute of a party');
  const by = (await readReviewers(store, null)).find(
    (one) =>
      one.fingerprint === signer && one.state === 'approved' && places.toCurrent(one.party) === places.toCurrent(party),
  );
  if (by === undefined) {
    // Gone meanwhile.
    await settleRequest(store, request, 'refused', 'unknown-reviewer', at);
    return false;
  }
  const claim = {
    party: places.toCurrent(party),
    notice: null,
    claim: asked.claim,
    by: `${by.name} (${signer})`,
  };
  await keepDispute(store, hashing, claim, at);
  await settleRequest(store, request, 'approved', null, at);
  return true;
}
