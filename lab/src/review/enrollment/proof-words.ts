import type { DomainWarning } from '@candor/core/review/enrollment';
import type { ProofObservation, ProofOutcome } from '../store/observation-store.ts';

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

export function describeProofOutcome({ outcome, zone }: Pick<ProofObservation, 'outcome' | 'zone'>): string {
  const why = outcome === 'unanswered' && zone?.unanswered != null ? ` (${zone.unanswered})` : '';
  return `${outcomeWords[outcome]}${why}`;
}

export const domainWarningWords: Readonly<Record<DomainWarning, string>> = {
  gone: 'the domain is not there: its registration may have ended',
  parked: 'the domain is parked with a domain dealer: it may have been sold, or its registration has ended',
  'no-mail': 'the domain takes no mail now, though it had mail in your evidence',
  unclear: 'not all queries about the domain were answered',
};
