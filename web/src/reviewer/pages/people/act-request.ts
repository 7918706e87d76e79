import type { RequestToSign } from '../../bridge/protocol.ts';
import type { Person } from './party-people.ts';
import type { PersonAct } from './person-standing.ts';

/** What somebody is about to sign, before they are sure. */
export interface Decision {
  readonly act: PersonAct;
  readonly person: Person;
  readonly relation: 'own' | 'representative';
}

/** What a decision signs (docs/formats/proof.md). Null for one that lacks what it is about. */
export function toRequest({ act, person, relation }: Decision, party: string): RequestToSign | null {
  const enrollment = person.enrollment?.request ?? null;
  switch (act) {
    case 'nominate':
      return enrollment === null
        ? null
        : { kind: 'nomination', party, reviewer: person.fingerprint, enrollment, relation };
    case 'object':
      return enrollment === null ? null : { kind: 'objection', party, enrollment };
    case 'withdraw':
    case 'revoke':
    case 'leave':
      return { kind: 'revocation', party, reviewer: person.fingerprint };
    case 'transfer':
      return { kind: 'transfer', party, reviewer: person.fingerprint };
  }
}
