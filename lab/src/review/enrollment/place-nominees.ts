import { hint, Refusal, type Runtime } from '@candor/core/base';
import type { EnrollmentRequest } from '@candor/core/review/enrollment';
import type { Store } from '../../adapters/store/store.ts';
import { raiseNeed } from '../store/need-store.ts';
import { assignRequest, readRequests, type StoredRequest, settleRequest } from '../store/request-store.ts';
import { insertReviewer, type NewReviewer, type Reviewer, readReviewers } from '../store/reviewer-store.ts';
import { findNomination, type ProofDeps } from './judge-proof.ts';

type NomineeDeps = Pick<ProofDeps, 'primitives' | 'incident' | 'places' | 'at'> & { readonly store: Store };

/**
 * Lists those for whom a nominator of the party signed, with all that the nominator has proved. Nothing is given by it:
 * they are announced, wait and are approved like everybody. Gives how many were listed.
 */
export async function placeNominees(deps: NomineeDeps): Promise<number> {
  const { store } = deps;
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
    const found = await findNomination({ ...deps, reviewers, nominations: [nomination] }, request, nomination.party);
    const by = reviewers.find((one) => one.fingerprint === found?.nominator && one.state === 'approved');
    if (found === null || by === undefined) continue;
    await store.durableTransaction(async () => {
      const flaw = await list(deps, request, by, found.relation, reviewers);
      if (flaw === null) listed += 1;
      else await settleRequest(store, request.request, 'refused', flaw, deps.at);
      await settleRequest(store, nomination.request, flaw === null ? 'approved' : 'refused', flaw, deps.at);
    });
  }
  return listed;
}

function isNominee({ asked }: StoredRequest): boolean {
  return asked.kind === 'enrollment' && asked.proof.kind === 'nomination';
}

/** Why the person cannot be listed; null when it was. Inside the caller's transaction. */
async function list(
  { store, primitives, incident, places, at }: NomineeDeps,
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

/** A transfer needs two people, so its request is reported. */
export async function raiseTransfers(store: Store, at: number): Promise<void> {
  const waiting = await readRequests(store, { kind: 'transfer', state: 'waiting' });
  if (waiting.length === 0) return;
  const reviewers = await readReviewers(store, null);
  for (const { asked, party, request } of waiting) {
    if (asked.kind !== 'transfer') continue;
    const successor = reviewers.findLast(
      ({ fingerprint, state }) => fingerprint === asked.reviewer && state === 'approved',
    );
    const need = {
      kind: 'enrollment' as const,
      party,
      subject: `transfer ${request.slice(0, 16)}`,
      words: `the nominator of ${party} asks that ${successor?.name ?? asked.reviewer} becomes nominator.`,
      command: hint('reviewer.transfer', successor?.id ?? asked.reviewer).command,
    };
    await store.transaction(() => raiseNeed(store, need, at));
  }
}

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
