/**
 * The agreed answer of several resolvers at one name. Foreign data. `exists`: the name exists, without such a record.
 * `fault`: unknown, which is neither yes nor no.
 */
export type ZoneAnswer =
  | { readonly is: 'records'; readonly records: readonly (readonly string[])[]; readonly authentic: boolean }
  | { readonly is: 'none'; readonly exists: boolean; readonly authentic: boolean }
  | { readonly is: 'fault'; readonly text: string };

export interface ZoneObservation {
  /** TXT at the challenge's name. */
  readonly challenge: ZoneAnswer;
  /** DS of the domain: there are some where it is signed. */
  readonly signers: ZoneAnswer;
  readonly servers: ZoneAnswer;
  readonly exchangers: ZoneAnswer;
  readonly addresses: ZoneAnswer;
}

/**
 * Reasons to doubt that the present holder of the zone is the party of these messages.
 * - `gone`: the domain is not there. · `parked`: its name servers are those of a dealer in domains. · `no-mail`: it
 * takes no mail, though it had mail.
 * - `unclear`: one of these could not be asked.
 */
export type DomainWarning = 'gone' | 'parked' | 'no-mail' | 'unclear';

export interface ZoneJudgement {
  /** Records with the challenge; null when unknown: ask again. */
  readonly records: readonly (readonly string[])[] | null;
  /** Why it is unknown; null otherwise. */
  readonly unanswered: string | null;
  /** Every resolver that agreed vouches for the answer by DNSSEC. */
  readonly validated: boolean;
  readonly warnings: readonly DomainWarning[];
}

/** Name servers of unused domains, by registrable domain: domain dealers, and registrars after a registration ended. */
const PARKING: ReadonlySet<string> = new Set([
  'above.com',
  'afternic.com',
  'bodis.com',
  'dan.com',
  'namefind.com',
  'parkingcrew.net',
  'parklogic.com',
  'pendingrenewaldeletion.com',
  'renewyourname.net',
  'sedoparking.com',
  'undeveloped.com',
  'uniregistrymarket.link',
]);

/**
 * Judges what a zone shows beside the challenge. A signed zone must have been validated: an answer that a resolver took
 * unchecked is no answer. DNS does not say when a domain was registered nor that it was sold, so no warning is no proof
 * of anything.
 */
export function judgeZone(observation: ZoneObservation): ZoneJudgement {
  const { challenge } = observation;
  const unanswered = findUnanswered(observation);
  return {
    records: unanswered !== null ? null : challenge.is === 'records' ? challenge.records : [],
    unanswered,
    validated: unanswered === null && challenge.is !== 'fault' && challenge.authentic,
    warnings: listWarnings(observation),
  };
}

function findUnanswered({ challenge, signers }: ZoneObservation): string | null {
  if (challenge.is === 'fault') return challenge.text;
  if (challenge.authentic) return null;
  if (signers.is === 'fault') return `it is unknown whether the domain is signed: ${signers.text}`;
  return signers.is === 'records' ? 'the domain is signed, and the resolvers did not validate the answer' : null;
}

function listWarnings({ servers, exchangers, addresses }: ZoneObservation): readonly DomainWarning[] {
  const warnings: DomainWarning[] = [];
  if (servers.is === 'none' && !servers.exists) warnings.push('gone');
  if (servers.is === 'records' && servers.records.some(([name = '']) => isParking(name))) warnings.push('parked');
  if (takesNoMail(exchangers, addresses)) warnings.push('no-mail');
  if ([servers, exchangers, addresses].some(({ is }) => is === 'fault')) warnings.push('unclear');
  return warnings;
}

function isParking(name: string): boolean {
  const labels = name.toLowerCase().replace(/\.$/, '').split('.');
  return PARKING.has(labels.slice(-2).join('.'));
}

/** RFC 5321, 5.1: without an exchanger the address itself; RFC 7505: a single exchanger `.` means none. */
function takesNoMail(exchangers: ZoneAnswer, addresses: ZoneAnswer): boolean {
  if (exchangers.is === 'records') return exchangers.records.every(([, host = '']) => host === '' || host === '.');
  return exchangers.is === 'none' && addresses.is === 'none';
}
