import type { ReviewerRole } from '@candor/core/contract';
import type { Person, PersonRequest } from './party-people.ts';

/** A person's status; the page has a sentence for each. */
export type PersonStatus =
  | { readonly is: 'reads'; readonly by: 'dns' | 'mailbox' | 'nomination' | 'unknown' }
  /** Removal was requested; the organization has not answered yet. */
  | { readonly is: 'being-revoked' | 'leaving' | 'becoming-nominator' }
  /** Not nominated yet, nominated and announced, waiting with a proof of their own, or stopped. */
  | { readonly is: 'unnamed' | 'named' | 'waiting' | 'objected' | 'contested' }
  | { readonly is: 'refused' | 'stopped' | 'revoked' };

export function toPersonStatus(person: Person): PersonStatus {
  const waiting = (kind: PersonRequest['kind']): PersonRequest | undefined =>
    person.requests.filter((request) => request.kind === kind && request.state === 'waiting').at(-1);
  if (person.role !== null) {
    const revocation = waiting('revocation');
    if (revocation !== undefined) return { is: revocation.by === person.fingerprint ? 'leaving' : 'being-revoked' };
    if (waiting('transfer') !== undefined) return { is: 'becoming-nominator' };
    return { is: 'reads', by: person.proof ?? 'unknown' };
  }
  const state = person.enrollment?.state;
  if (state === 'refused' || state === 'stopped') return { is: state };
  if (state !== 'waiting') return { is: 'revoked' };
  if (waiting('objection') !== undefined) return { is: 'objected' };
  if (person.isContested) return { is: 'contested' };
  if (person.proof !== 'nomination') return { is: 'waiting' };
  return { is: isNamed(person) ? 'named' : 'unnamed' };
}

/** Whether this person's nomination is in force: later than any withdrawal. */
function isNamed({ requests, enrollment }: Person): boolean {
  const last = requests.filter(({ kind }) => kind === 'nomination' || kind === 'revocation').at(-1);
  return enrollment !== null && last?.kind === 'nomination' && (last.state === 'waiting' || last.state === 'approved');
}

export type PersonAct = 'nominate' | 'withdraw' | 'object' | 'revoke' | 'transfer' | 'leave';

/** What this reader may request about a person (docs/formats/proof.md, Signed request). */
export function listActs(person: Person, role: ReviewerRole): readonly PersonAct[] {
  const { is } = toPersonStatus(person);
  const isNominator = role === 'nominator';
  switch (is) {
    case 'reads':
      if (person.isYou) return ['leave'];
      if (!isNominator) return [];
      // A representative acts for the party but never nominates.
      return person.role === 'reviewer' ? ['revoke', 'transfer'] : ['revoke'];
    case 'becoming-nominator':
      return isNominator ? ['revoke'] : [];
    case 'unnamed':
      return isNominator ? ['nominate', 'object'] : ['object'];
    case 'named':
      return isNominator ? ['withdraw', 'object'] : ['object'];
    case 'waiting':
    case 'contested':
      return person.isYou ? [] : ['object'];
    case 'being-revoked':
    case 'leaving':
    case 'objected':
    case 'refused':
    case 'stopped':
    case 'revoked':
      return [];
  }
}
