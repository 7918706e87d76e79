import type { Cryptography, Runtime } from '@candor/core/base';
import {
  digestRequest,
  isToken,
  type PartyRequest,
  readRequest,
  verifyEnrollment,
  verifyRequest,
} from '@candor/core/review/enrollment';
import { toFingerprint } from '@candor/core/review/seal';
import { z } from 'zod';
import type { PortalClient, PulledRequest } from '../../adapters/net/portal.ts';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import { readJsonFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import { importEnquiry } from '../asked-enquiries.ts';
import type { PartyPlaces } from '../enrollment/party-places.ts';
import { findRequest, insertRequest, type NewRequest, settleRequest } from '../store/request-store.ts';
import { type Reviewer, readReviewers } from '../store/reviewer-store.ts';

export interface FetchedRequests {
  readonly taken: number;
  /** They lacked an authorized signature and were dropped. */
  readonly unsigned: number;
}

export interface FetchRequestsDeps {
  readonly store: Store;
  readonly portal: PortalClient;
  readonly primitives: Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519'>;
  readonly incident: string;
  readonly places: PartyPlaces;
  readonly at: number;
}

/** As many as a portal keeps at once. */
const mostRequests = 200_000;

/** Progress for the portal process of this boot: a later one may have been restored and renumbers. */
const markSchema = z.object({ boot: z.string(), place: z.number() });
const isMark = guardOf(markSchema.nullable());

/**
 * Fetches requests from the portal. Only document and signature count; each signature is verified here. Pages are
 * processed completely or not at all, and repetitions change nothing.
 */
export async function fetchRequests(deps: FetchRequestsDeps): Promise<FetchedRequests> {
  const { store, portal } = deps;
  const mark = await readJsonFact(store, 'portal-requests', isMark);
  let place = mark?.boot === portal.boot ? mark.place : 0;
  let [taken, unsigned, seen] = [0, 0, 0];
  while (seen < mostRequests) {
    const page = await portal.listRequests(place);
    const last = page.at(-1);
    if (last === undefined) break;
    seen += page.length;
    place = last.place;
    const judged = await judgePage(deps, page);
    unsigned += judged.filter((one) => one === null).length;
    await store.durableTransaction(async () => {
      for (const one of judged) {
        if (one === null || !(await insertRequest(store, one.request))) continue;
        taken += 1;
        if (!one.isTheirs) await settleRequest(store, one.request.request, 'refused', 'not-theirs', deps.at);
      }
      await writeFact(
        store,
        'portal-requests',
        JSON.stringify({ boot: portal.boot, place } satisfies z.infer<typeof markSchema>),
      );
    });
  }
  return { taken, unsigned };
}

type Judged = { readonly request: NewRequest; readonly isTheirs: boolean } | null;

async function judgePage(deps: FetchRequestsDeps, page: readonly PulledRequest[]): Promise<readonly Judged[]> {
  const reviewers = (await readReviewers(deps.store, null)).filter(({ state }) => state === 'approved');
  const judged: Judged[] = [];
  for (const pulled of page) {
    const request = digestRequest(deps.primitives, pulled.document);
    if (await importEnquiry(deps, request, pulled)) continue;
    if ((await findRequest(deps.store, request)) === null) judged.push(await judge(deps, request, pulled, reviewers));
  }
  return judged;
}

async function judge(
  { primitives, incident, places, at }: FetchRequestsDeps,
  request: string,
  { place, document, signature, token }: PulledRequest,
  reviewers: readonly Reviewer[],
): Promise<Judged> {
  const asked = readRequest(document);
  if (asked === null || asked.incident !== incident) return null;
  const shared = { request, place, asked, document, signature, firstSeen: at };
  if (asked.kind === 'enrollment') {
    if ((await verifyEnrollment(primitives, { document, signature })) === null) return null;
    const signer = toFingerprint(primitives, asked.key);
    const kept = token !== null && isToken(token) ? token : null;
    return { request: { ...shared, signer, party: null, token: kept }, isTheirs: true };
  }
  const party = places.toCurrent(asked.party);
  for (const reviewer of reviewers) {
    if (places.toCurrent(reviewer.party) !== party) continue;
    if ((await verifyRequest(primitives, { document, signature }, reviewer.key.sign)) === null) continue;
    const kept = { ...shared, signer: reviewer.fingerprint, party, token: null };
    return { request: kept, isTheirs: mayAsk(asked, reviewer) };
  }
  return null;
}

/** docs/formats/proof.md, Signed request: the last column. */
function mayAsk(asked: Exclude<PartyRequest, { kind: 'enrollment' }>, { role, fingerprint }: Reviewer): boolean {
  switch (asked.kind) {
    case 'objection':
    case 'dispute':
      return true;
    case 'revocation':
      return role === 'nominator' || asked.reviewer === fingerprint;
    case 'nomination':
    case 'transfer':
      return role === 'nominator';
  }
}
