import type { DomainWarning } from '@candor/core/review/enrollment';
import type { ProofObservation, ProofOutcome } from '../store/observation-store.ts';

const outcomeWords: Readonly<Record<ProofOutcome, string>> = {
  proved: 'proved',
  form: 'the request cannot be read',
  signature: 'the request is not signed by the key in it',
  incident: 'the request is for another incident',
  expired: 'the token is older than 30 days: the person must ask anew',
  code: 'no notice that still counts has this code: it was withdrawn, or somebody guesses',
  scope: 'this is no domain that one party can have for itself: a public suffix, or a name below a registered one',
  'other-domain': 'the code belongs to a notice for another party than the one that has this domain',
  'other-address': 'the code was not sent to this mailbox',
  'shared-code': 'the code was sent to several mailboxes, so it shows none of them: send a notice to this one alone',
  'role-mailbox':
    'a mailbox of an organization shows the figures alone, and those stand in the notice: to read mail, the domain must be proved in DNS',
  'not-named': 'no nominator who is in force vouches for this person',
  unanswered: 'DNS gives no answer on which the resolvers agree: neither yes nor no, ask again',
  absent: 'the record is not in DNS yet',
  'other-key':
    'the token stands in DNS with ANOTHER KEY: somebody exchanged keys between this person and you. Read both fingerprints to them on the telephone',
};

export function toOutcomeWords({ outcome, zone }: Pick<ProofObservation, 'outcome' | 'zone'>): string {
  const why = outcome === 'unanswered' && zone?.unanswered != null ? ` (${zone.unanswered})` : '';
  return `${outcomeWords[outcome]}${why}`;
}

export const domainWarningWords: Readonly<Record<DomainWarning, string>> = {
  gone: 'the domain is not there: its registration may have ended',
  parked: 'the domain lies with a dealer in domains: it may have been sold, or its registration has ended',
  'no-mail': 'the domain takes no mail now, though it had mail in your evidence',
  unclear: 'not everything about the domain could be asked',
};
