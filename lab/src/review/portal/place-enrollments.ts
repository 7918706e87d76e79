import type { Cryptography, Runtime } from '@candor/core/base';
import { type EnrollmentRequest, type IssuedCode, makeCodeProof } from '@candor/core/review/enrollment';
import type { Store } from '../../adapters/store/store.ts';
import type { PartyPlaces } from '../enrollment/party-places.ts';
import { type AskingReviewer, listAsking } from '../enrollment/place-nominees.ts';
import { readRequests, type StoredRequest, settleRequest } from '../store/request-store.ts';
import { type Reviewer, readReviewers } from '../store/reviewer-store.ts';
import { readIssuedCodes } from './publish-tags.ts';

export interface PlaceDeps {
  readonly store: Store;
  readonly primitives: Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'hkdfSha256'>;
  readonly incident: string;
  readonly places: PartyPlaces;
  readonly at: number;
}

/**
 * Finds whose code each new enrollment proves, and lists it among those who ask to read for that party. Nothing is
 * believed and nothing given by it: the proof of the domain, the announcement and two people come after. A nominee
 * waits for the nominator's word. Gives how many were listed.
 */
export async function placeEnrollments(deps: PlaceDeps): Promise<number> {
  const { store, at } = deps;
  const waiting = await readRequests(store, { kind: 'enrollment', state: 'waiting' });
  const placed = new Set((await readReviewers(store, null)).map(({ request }) => request));
  const open = waiting.filter(({ request }) => !placed.has(request));
  if (open.length === 0) return 0;
  const codes = await readIssuedCodes(store, deps.places);
  let listed = 0;
  for (const request of open) {
    if (request.asked.kind !== 'enrollment' || request.asked.proof.kind === 'nomination') continue;
    const issued = await findIssued(deps, request.asked, request.signer, codes);
    await store.durableTransaction(async () => {
      const flaw =
        issued === null ? 'code' : await list(deps, request, request.asked as EnrollmentRequest, issued.party);
      if (flaw === null) listed += 1;
      else await settleRequest(store, request.request, 'refused', flaw, at);
    });
  }
  return listed;
}

/** Only codes that were issued for this very domain or mailbox are tried: thousands of others could not count. */
async function findIssued(
  { primitives }: PlaceDeps,
  { proof }: EnrollmentRequest,
  fingerprint: string,
  codes: readonly IssuedCode[],
): Promise<IssuedCode | null> {
  if (proof.kind === 'nomination') return null;
  for (const issued of codes) {
    const isFor =
      proof.kind === 'dns' ? issued.domains.includes(proof.domain) : issued.addresses.includes(proof.address);
    if (isFor && (await makeCodeProof(primitives, issued.code, fingerprint)) === proof.code) return issued;
  }
  return null;
}

/** Why it cannot be listed; null when it was. Inside the caller's transaction. */
async function list(
  { store, primitives, incident, places, at }: PlaceDeps,
  { request, signer }: StoredRequest,
  { key, name, address, proof }: EnrollmentRequest,
  party: string,
): Promise<string | null> {
  const known = await readReviewers(store, null);
  // One key reads for one party: a session at the portal belongs to one.
  const same = known.filter(
    (one) =>
      (one.fingerprint === signer || one.key.sign === key.sign) && (one.state === 'asked' || one.state === 'approved'),
  );
  if (same.some((one) => places.toCurrent(one.party) !== party)) return 'other-party';
  const before = same.length === 1 ? same[0] : undefined;
  const own = toProved(proof, places, party);
  const isWidening =
    before?.state === 'approved' && before.fingerprint === signer && own.some((one) => !before.domains.includes(one));
  if (same.length > 0 && !isWidening) return 'already-enrolled';
  const reviewer: AskingReviewer = {
    incident,
    party,
    key: { ...key },
    name,
    role: before?.role ?? (hasNominator(known, places, party) ? 'reviewer' : 'nominator'),
    domains: [...(before?.domains ?? []), ...own],
    proof: proof.kind === 'dns' ? `dns ${proof.domain}` : `mailbox ${proof.kind === 'mailbox' ? proof.address : ''}`,
    request,
    address,
    ...(before === undefined ? {} : { continues: before.id }),
  };
  return listAsking(store, primitives, reviewer, at);
}

function hasNominator(reviewers: readonly Reviewer[], places: PartyPlaces, party: string): boolean {
  return reviewers.some(
    (one) => one.role === 'nominator' && one.state === 'approved' && places.toCurrent(one.party) === party,
  );
}

/** What a valid proof shows: an organization's mailbox proves no domain and gives no mail. */
function toProved(proof: EnrollmentRequest['proof'], places: PartyPlaces, party: string): readonly string[] {
  if (proof.kind === 'dns') return [proof.domain];
  return proof.kind === 'mailbox' && places.find(party)?.kind === 'person' ? [proof.address] : [];
}
