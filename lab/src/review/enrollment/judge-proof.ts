import type { Cryptography, Runtime } from '@candor/core/base';
import type { SuffixRules } from '@candor/core/impact/reference';
import {
  checkEnrollment,
  checkNomination,
  type DomainWarning,
  type IssuedCode,
  isProvableDomain,
  judgeZone,
  type ZoneJudgement,
} from '@candor/core/review/enrollment';
import type { DnsClient } from '../../notice/gate/index.ts';
import type { ProofObservation, ProofOutcome } from '../store/observation-store.ts';
import type { StoredRequest } from '../store/request-store.ts';
import type { Reviewer } from '../store/reviewer-store.ts';
import { observeZone } from './observe-zone.ts';
import type { PartyPlaces } from './party-places.ts';

const outcomeWords: Readonly<Record<ProofOutcome, string>> = {
  proved: 'proved',
  form: 'the request cannot be read',
  signature: 'the request is not signed by the key in it',
  incident: 'the request is for another incident',
  expired: 'the token is older than 30 days: the person must ask again',
  code: 'no valid notice has this code: it was withdrawn, or somebody guesses',
  scope: 'this is not a domain that a party can own: it is a public suffix, or a name below a registered domain',
  'other-domain': 'the code belongs to a notice for another party than the one that has this domain',
  'other-address': 'the code was not sent to this mailbox',
  'shared-code': 'the code was sent to several mailboxes, so it proves none of them: send a notice only to this one',
  'role-mailbox':
    'a mailbox of an organization shows only the figures, and the notice has those: to read mail, the domain must be proved in DNS',
  'not-named': 'no current nominator vouches for this person',
  unanswered: 'the DNS resolvers do not agree on an answer: ask again',
  absent: 'the record is not in DNS yet',
  'other-key':
    'the token stands in DNS with ANOTHER KEY: somebody exchanged keys between this person and you. Read both fingerprints to them on the telephone',
};

export const domainWarningWords: Readonly<Record<DomainWarning, string>> = {
  gone: 'the domain is not there: its registration may have ended',
  parked: 'the domain is parked with a domain dealer: it may have been sold, or its registration has ended',
  'no-mail': 'the domain takes no mail now, though it had mail in your evidence',
  unclear: 'not all queries about the domain were answered',
};

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
  readonly resolvers: number;
  readonly at: number;
}

/** One listed request and its party. */
export interface ProofClaim {
  readonly request: StoredRequest;
  readonly party: string;
}

/** The lab's own check of a proof from document, codes, zone and nominators, independent of earlier checks. */
export async function judgeProof(deps: ProofDeps, { request, party }: ProofClaim): Promise<ProofObservation> {
  const { asked } = request;
  if (asked.kind !== 'enrollment') throw new Error('only an enrollment has a proof');
  const domain = asked.proof.kind === 'dns' ? asked.proof.domain : null;
  const judged = domain === null ? null : judgeZone(await observeZone(deps.asker, domain));
  const zone = judged === null ? null : toSeen(judged, deps.resolvers);
  const check = await checkEnrollment(deps.primitives, request, {
    incident: deps.incident,
    codes: deps.codes,
    token: request.token ?? '',
    firstSeen: request.firstSeen,
    records: judged?.records ?? null,
    isRegistrable: (name) => isProvableDomain(name, deps.rules),
    now: deps.at,
  });
  switch (check.state) {
    case 'flawed':
      return { outcome: check.flaw, zone, namedBy: null };
    case 'nominee':
      return judgeNominee(deps, request, party);
    case 'proved': {
      // Another party's code does not count: people may have been merged and split since.
      if (deps.places.toCurrent(check.party) !== deps.places.toCurrent(party))
        return { outcome: check.by === 'dns' ? 'other-domain' : 'other-address', zone, namedBy: null };
      const isRole = check.by === 'mailbox' && deps.places.find(party)?.kind !== 'person';
      return { outcome: isRole ? 'role-mailbox' : 'proved', zone, namedBy: null };
    }
  }
}

async function judgeNominee(deps: ProofDeps, request: StoredRequest, party: string): Promise<ProofObservation> {
  const found = await findNomination(deps, request, party);
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

export function describeProofOutcome({ outcome, zone }: Pick<ProofObservation, 'outcome' | 'zone'>): string {
  const why = outcome === 'unanswered' && zone?.unanswered != null ? ` (${zone.unanswered})` : '';
  return `${outcomeWords[outcome]}${why}`;
}
