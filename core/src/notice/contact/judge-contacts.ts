import { escapeInvisible, hint, LANGUAGES, toVisible } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import { toLanguage } from '../text/language.ts';
import type { ContactErrorCode, ContactProblem, ListedContact } from './contact-list.ts';
import { readContactAddress, type UnusableContact } from './ladder.ts';

export interface JudgedContact {
  readonly line: number;
  readonly party: string;
  /** The form for the envelope. */
  readonly contact: string;
  readonly role: string | null;
  readonly language: string | null;
}

export interface ContactJudgement {
  readonly contacts: readonly JudgedContact[];
  /** Lines that repeat an earlier one word for word: nothing is lost by leaving them out. */
  readonly repeated: readonly number[];
  readonly problems: readonly ContactProblem[];
}

type KnownParty = Pick<PartyExposure, 'party' | 'name' | 'kind' | 'mergedIds' | 'domains' | 'addresses'>;

export interface ContactContext {
  readonly parties: readonly KnownParty[];
  /** Another way in which a list may write an id, such as a cell that no spreadsheet takes for a formula. */
  readonly toCell: (id: string) => string;
  /** Mail providers: an address below one does not show who owns it. */
  readonly consumerDomains: ReadonlySet<string>;
  /** Why the ladder of a party would not use an address, or null. */
  readonly findUnusable: (party: string, contact: string) => UnusableContact['why'] | null;
}

/** How a party may be named in a list; lower case. Several parties may have one name. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

const WHY_NOT: Readonly<Record<UnusableContact['why'], string>> = {
  'no-address': 'is not a usable mail address.',
  withdrawn: `was withdrawn by a person. If it is valid again, undo that first (${hint('party.history')}).`,
  'do-not-contact': `is on the do-not-contact list (${hint('do-not-contact.list')}).`,
  internal: 'is at one of your own domains. A party is not notified through the organization that lost its mail.',
  'nobody-reads-it': 'is a sender address that nobody reads.',
};

/** A word or two of a person; no first letter that a spreadsheet takes for a formula. */
const ROLE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,&/'()-]{0,59}$/u;
const QUOTED_CHARACTERS = 60;

/**
 * Assigns a list's contacts to parties, and refuses unusable ones. A contact at another party's domain is never used:
 * it would get this one's figures.
 */
export function judgeContacts(listed: readonly ListedContact[], surroundings: ContactContext): ContactJudgement {
  const byId = new Map(surroundings.parties.map((party) => [party.party, party]));
  const names = nameParties(surroundings);
  const findOwners = createOwnerFinder(surroundings);
  const contacts: JudgedContact[] = [];
  const repeated: number[] = [];
  const problems: ContactProblem[] = [];
  const known = new Map<string, JudgedContact>();
  for (const row of listed) {
    const flag = (flaw: ContactErrorCode, text: string) => void problems.push({ line: row.line, flaw, text });
    const unseen = [row.contact, row.role, row.language].find((text) => escapeInvisible(text, () => '') !== text);
    if (unseen !== undefined) {
      flag('unseen-characters', `${quote(unseen)} has invisible characters. Type it again.`);
      continue;
    }
    const address = readContactAddress(row.contact);
    if (address === null) {
      flag('no-address', `${quote(row.contact)} ${WHY_NOT['no-address']}`);
      continue;
    }
    const owners = findOwners(address.address, address.domain);
    const named = row.party === '' ? owners : (names.get(row.party.toLowerCase()) ?? new Set<string>());
    const [id] = named;
    if (id === undefined) {
      if (row.party === '') flag('no-party', `It is unclear whose contact ${quote(row.contact)} is. Name the party.`);
      else flag('unknown-party', `${quote(row.party)} is not a party of this incident. ${hint('parties')} lists them.`);
      continue;
    }
    if (named.size > 1) {
      flag(
        'several-parties',
        `${quote(row.party || row.contact)} may be ${[...named].slice(0, 3).join(', ')}. Name the party by its id.`,
      );
      continue;
    }
    const flaw = findFlaw(row, id, byId.get(id), owners, address.address, surroundings);
    if (flaw !== null) {
      flag(...flaw);
      continue;
    }
    const contact = {
      line: row.line,
      party: id,
      contact: address.address,
      role: row.role || null,
      language: row.language || null,
    };
    const key = `${id}\n${address.address.toLowerCase()}`;
    const before = known.get(key);
    if (before === undefined) {
      known.set(key, contact);
      contacts.push(contact);
    } else if (before.role === contact.role && before.language === contact.language) repeated.push(row.line);
    else
      flag(
        before.role === contact.role ? 'language' : 'role',
        `Line ${before.line} gives ${quote(row.contact)} another role or language. Keep one of the two.`,
      );
  }
  return { contacts, repeated, problems };
}

function findFlaw(
  row: ListedContact,
  id: string,
  party: KnownParty | undefined,
  owners: ReadonlySet<string>,
  address: string,
  { findUnusable }: ContactContext,
): readonly [ContactErrorCode, string] | null {
  const written = quote(row.contact);
  if (party?.kind === 'list')
    return ['list', `${quote(id)} is a mailing list, and lists are not notified. Its members are parties themselves.`];
  if (party?.kind === 'person' && !party.addresses.some((own) => own.address === address.toLowerCase()))
    return [
      'other-address',
      `${written} is not one of the addresses in the mail of ${quote(id)}. A person is notified only at those.`,
    ];
  const why = findUnusable(id, address);
  if (why !== null) return [why, `${written} ${WHY_NOT[why]}`];
  if (owners.size > 0 && !owners.has(id))
    return [
      'other-party',
      `${written} belongs to ${[...owners].slice(0, 3).map(quote).join(', ')}, and would get the figures of ${quote(id)}. If that is intended: ${hint('contacts.curate')}, with a reason.`,
    ];
  if (row.role !== '' && !ROLE.test(row.role))
    return [
      'role',
      `The role ${quote(row.role)} must be one or two words of letters. Write \`security\`, \`privacy\`, \`legal\`.`,
    ];
  if (row.language !== '' && toLanguage(row.language) === null)
    return ['language', `The language ${quote(row.language)} is none of ${LANGUAGES.join(', ')}.`];
  return null;
}

/** By id, merged id, name, domain and address, and by the id as a list for spreadsheets writes it. */
function nameParties({ parties, toCell }: Pick<ContactContext, 'parties' | 'toCell'>): Names {
  const names = new Map<string, Set<string>>();
  const add = (name: string, party: string) => {
    const key = name.trim().toLowerCase();
    const own = names.get(key);
    if (own === undefined) names.set(key, new Set([party]));
    else own.add(party);
  };
  for (const { party, name, mergedIds, domains, addresses } of parties) {
    add(name, party);
    for (const domain of domains) add(domain, party);
    for (const { address } of addresses) add(address, party);
    for (const id of mergedIds) add(id, party);
  }
  // An id is that of one party, whatever else has it as its name.
  for (const { party } of parties) {
    names.set(party.trim().toLowerCase(), new Set([party]));
    const cell = toCell(party).trim().toLowerCase();
    if (!names.has(cell)) names.set(cell, new Set([party]));
  }
  return names;
}

/** Which parties have an address, or else its domain or the nearest one above it. */
function createOwnerFinder({
  parties,
  consumerDomains,
}: ContactContext): (address: string, domain: string) => ReadonlySet<string> {
  const addresses = new Map<string, Set<string>>();
  const domains = new Map<string, Set<string>>();
  const add = (places: Map<string, Set<string>>, place: string, party: string) => {
    const own = places.get(place);
    if (own === undefined) places.set(place, new Set([party]));
    else own.add(party);
  };
  for (const { party, kind, domains: own, addresses: listed } of parties) {
    for (const { address } of listed) add(addresses, address, party);
    if (kind === 'organization')
      for (const domain of own) if (!consumerDomains.has(domain)) add(domains, domain, party);
  }
  return (address, domain) => {
    const exact = addresses.get(address.toLowerCase());
    if (exact !== undefined) return exact;
    for (let rest = domain; rest !== ''; rest = rest.slice(rest.indexOf('.') + 1)) {
      const found = domains.get(rest);
      if (found !== undefined) return found;
      if (!rest.includes('.')) break;
    }
    return new Set();
  };
}

const quote = (text: string): string =>
  `"${toVisible(text.length > QUOTED_CHARACTERS ? `${text.slice(0, QUOTED_CHARACTERS)}…` : text)}"`;
