import type { Cryptography, Runtime } from '@candor/core/base';
import type { SuffixRules } from '@candor/core/impact/reference';
import {
  checkEnrollment,
  checkNomination,
  type IssuedCode,
  isProvableDomain,
  judgeZone,
  type ZoneJudgement,
} from '@candor/core/review/enrollment';
import type { DnsClient } from '../../notice/gate/index.ts';
import type { ProofObservation } from '../store/observation-store.ts';
import type { StoredRequest } from '../store/request-store.ts';
import type { Reviewer } from '../store/reviewer-store.ts';
import { observeZone } from './observe-zone.ts';
import type { PartyPlaces } from './party-places.ts';

/** All that a proof is judged by, read once for many. */
export interface ProofDeps {
  readonly primitives: Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519' | 'hkdfSha256'>;
  readonly incident: string;
  readonly codes: readonly IssuedCode[];
  readonly rules: SuffixRules;
  readonly places: PartyPlaces;
  readonly reviewers: readonly Reviewer[];
  readonly nominations: readonly StoredRequest[];
  readonly asker: DnsClient;
  /** How many it asks. */
  readonly resolvers: number;
  readonly at: number;
}

/** One request for which somebody is listed, and for which party. */
export interface ProofClaim {
  readonly request: StoredRequest;
  readonly party: string;
}

/**
 * The lab's own look at a proof: everything anew from document, codes, zone and nominators, whatever was seen before.
 */
export async function judgeProof(means: ProofDeps, { request, party }: ProofClaim): Promise<ProofObservation> {
  const { asked } = request;
  if (asked.kind !== 'enrollment') throw new Error('only an enrollment has a proof');
  const domain = asked.proof.kind === 'dns' ? asked.proof.domain : null;
  const judged = domain === null ? null : judgeZone(await observeZone(means.asker, domain));
  const zone = judged === null ? null : toSeen(judged, means.resolvers);
  const check = await checkEnrollment(means.primitives, request, {
    incident: means.incident,
    codes: means.codes,
    token: request.token ?? '',
    firstSeen: request.firstSeen,
    records: judged?.records ?? null,
    isRegistrable: (name) => isProvableDomain(name, means.rules),
    now: means.at,
  });
  switch (check.state) {
    case 'flawed':
      return { outcome: check.flaw, zone, namedBy: null };
    case 'nominee':
      return judgeNominee(means, request, party);
    case 'proved': {
      // The code of another party's notice is none for this one: people may have been merged and split since.
      if (means.places.toCurrent(check.party) !== means.places.toCurrent(party))
        return { outcome: check.by === 'dns' ? 'other-domain' : 'other-address', zone, namedBy: null };
      const isRole = check.by === 'mailbox' && means.places.find(party)?.kind !== 'person';
      return { outcome: isRole ? 'role-mailbox' : 'proved', zone, namedBy: null };
    }
  }
}

async function judgeNominee(means: ProofDeps, request: StoredRequest, party: string): Promise<ProofObservation> {
  const found = await findNomination(means, request, party);
  return { outcome: found === null ? 'not-named' : 'proved', zone: null, namedBy: found?.nominator ?? null };
}

/** The word of a nominator who is in force now. */
export async function findNomination(
  {
    primitives,
    incident,
    places,
    reviewers,
    nominations,
  }: Omit<ProofDeps, 'asker' | 'resolvers' | 'codes' | 'rules' | 'at'>,
  request: StoredRequest,
  party: string,
): Promise<{ readonly nominator: string; readonly relation: 'own' | 'representative' } | null> {
  const current = places.toCurrent(party);
  const nominators = reviewers
    .filter((one) => one.role === 'nominator' && one.state === 'approved' && places.toCurrent(one.party) === current)
    .map(({ fingerprint, key }) => ({ reviewer: fingerprint, sign: key.sign }));
  const parties = [current, ...(places.find(current)?.mergedIds ?? [])];
  const nominated = { incident, parties, enrollment: request.request, reviewer: request.signer };
  for (const nomination of nominations) {
    const found = await checkNomination(primitives, nomination, nominated, nominators);
    if (found !== null) return found;
  }
  return null;
}

function toSeen({ validated, unanswered, warnings }: ZoneJudgement, resolvers: number): ProofObservation['zone'] {
  return { validated, unanswered, warnings, resolvers };
}
