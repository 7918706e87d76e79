import type { EnrollmentRequest } from '@candor/core/review/enrollment';
import type { Store } from '../../adapters/store.ts';
import { readRequests, type StoredRequest, settleRequest } from '../store/request-store.ts';
import { type Reviewer, readReviewers } from '../store/reviewer-store.ts';
import { findNomination, type ProofDeps } from './judge-proof.ts';
import { listAsking } from './list-asking.ts';

type NomineeMeans = Pick<ProofDeps, 'primitives' | 'incident' | 'places' | 'at'> & { readonly store: Store };

/**
 * Lists those for whom a nominator of the party signed, with all that the nominator has proved. Nothing is given by it:
 * they are announced, wait and are approved like everybody. Gives how many were listed.
 */
export async function placeNominees(means: NomineeMeans): Promise<number> {
  const { store } = means;
  const nominations = (await readRequests(store, { kind: 'nomination' })).filter(({ state }) => state !== 'refused');
  if (nominations.length === 0) return 0;
  const waiting = await readRequests(store, { kind: 'enrollment', state: 'waiting' });
  let listed = 0;
  for (const nomination of nominations) {
    const { asked } = nomination;
    if (asked.kind !== 'nomination' || nomination.party === null) continue;
    const request = waiting.find((one) => one.request === asked.enrollment);
    if (request === undefined || !isNominee(request)) continue;
    const reviewers = await readReviewers(store, null);
    if (reviewers.some((one) => one.request === request.request)) continue;
    const found = await findNomination({ ...means, reviewers, nominations: [nomination] }, request, nomination.party);
    const by = reviewers.find((one) => one.fingerprint === found?.nominator && one.state === 'approved');
    if (found === null || by === undefined) continue;
    await store.durableTransaction(async () => {
      const flaw = await list(means, request, by, found.relation, reviewers);
      if (flaw === null) listed += 1;
      else await settleRequest(store, request.request, 'refused', flaw, means.at);
      await settleRequest(store, nomination.request, flaw === null ? 'approved' : 'refused', flaw, means.at);
    });
  }
  return listed;
}

function isNominee({ asked }: StoredRequest): boolean {
  return asked.kind === 'enrollment' && asked.proof.kind === 'nomination';
}

/** Why the person cannot be listed; null when it was. Inside the caller's transaction. */
async function list(
  { store, primitives, incident, places, at }: NomineeMeans,
  { request, asked, signer }: StoredRequest,
  by: Reviewer,
  relation: 'own' | 'representative',
  reviewers: readonly Reviewer[],
): Promise<string | null> {
  const { key, name, address, proof } = asked as EnrollmentRequest;
  if (proof.kind !== 'nomination' || !by.domains.includes(proof.domain)) return 'other-domain';
  const party = places.toCurrent(by.party);
  const other = reviewers.find(
    (one) =>
      (one.fingerprint === signer || one.key.sign === key.sign) && (one.state === 'asked' || one.state === 'approved'),
  );
  if (other !== undefined) return places.toCurrent(other.party) === party ? 'already-enrolled' : 'other-party';
  const reviewer = {
    incident,
    party,
    key: { ...key },
    name,
    role: relation === 'own' ? ('reviewer' as const) : ('representative' as const),
    domains: by.domains,
    proof: `nomination by ${by.fingerprint}`,
    request,
    address,
  };
  return listAsking(store, primitives, reviewer, at);
}
