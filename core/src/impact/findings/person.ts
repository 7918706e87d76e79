import { compareUtf8 } from '@candor/core/base';

export interface NamedAddress {
  /** In the form by which parties know it. */
  readonly address: string;
  /** Empty where there is none. */
  readonly name: string;
}

/** A message that holds personal data, with the addresses in its headers. */
export interface PersonalMessage {
  readonly message: string;
  readonly people: readonly NamedAddress[];
}

export interface Person {
  /** One of the organization itself, or somebody it wrote with. */
  readonly relation: 'own' | 'correspondent';
  /** Party of a correspondent; empty for the organization's own. */
  readonly party: string;
  /** The name that stands beside the addresses most often; empty where there is none. */
  readonly name: string;
  /** In UTF-8 order. */
  readonly addresses: readonly string[];
  readonly messages: ReadonlySet<string>;
}

/** Local parts that are no person's (RFC 2142 and what is usual beside it). */
const ROLES = new Set(
  'abuse account accounting accounts admin administration billing bookings bounce bounces careers compliance contact customerservice daemon dpo enquiries events feedback finance group help helpdesk hr info information invoice invoices jobs legal list mail mailer-daemon mailer marketing news newsletter no-reply noc noreply notification notifications office orders payroll postmaster press privacy recruiting root sales security service services subscribe support team unsubscribe webmaster'.split(
    ' ',
  ),
);

/**
 * Natural persons among correspondents (docs/formats/people-csv.md). One address is one person. Two addresses of one
 * party, or of the organization, are one person where the same full name stands beside both, of two words or more and
 * in either order. Nothing is joined across parties, and nothing is guessed from addresses. Role addresses and
 * unattributed addresses are not people. @param partyOf the party of an address; null where it has none.
 */
export function joinPersons(
  messages: Iterable<PersonalMessage>,
  isOwn: (address: string) => boolean,
  partyOf: (address: string) => string | null,
): readonly Person[] {
  const gathered = new Map<string, { names: Map<string, number>; messages: Set<string> }>();
  for (const { message, people } of messages) {
    for (const { address, name } of people) {
      if (ROLES.has(address.slice(0, address.lastIndexOf('@')))) continue;
      const one = gathered.get(address) ?? { names: new Map<string, number>(), messages: new Set<string>() };
      gathered.set(address, one);
      one.messages.add(message);
      const shown = name.trim();
      if (shown !== '') one.names.set(shown, (one.names.get(shown) ?? 0) + 1);
    }
  }
  const groups = new Map<string, { relation: Person['relation']; party: string; addresses: string[] }>();
  for (const [address, { names }] of gathered) {
    const own = isOwn(address);
    const party = own ? '' : partyOf(address);
    if (party === null) continue;
    const full = chooseName(names);
    const key = toNameKey(full);
    const joined = JSON.stringify([own, party, key === null ? ['address', address] : ['name', key]]);
    const group = groups.get(joined);
    if (group === undefined)
      groups.set(joined, { relation: own ? 'own' : 'correspondent', party, addresses: [address] });
    else group.addresses.push(address);
  }
  return [...groups.values()]
    .map(({ relation, party, addresses }): Person => {
      const all = addresses.flatMap((address) => gathered.get(address) ?? []);
      const names = new Map<string, number>();
      for (const one of all) for (const [name, count] of one.names) names.set(name, (names.get(name) ?? 0) + count);
      return {
        relation,
        party,
        name: chooseName(names),
        addresses: [...addresses].sort(compareUtf8),
        messages: new Set(all.flatMap((one) => [...one.messages])),
      };
    })
    .sort(
      (a, b) =>
        compareUtf8(a.relation, b.relation) ||
        compareUtf8(a.party, b.party) ||
        compareUtf8(a.addresses[0] ?? '', b.addresses[0] ?? ''),
    );
}

/** The most frequent name, and of equals the first. */
function chooseName(names: ReadonlyMap<string, number>): string {
  return [...names].sort(([a, x], [b, y]) => y - x || compareUtf8(a, b))[0]?.[0] ?? '';
}

/** `Weber, Ina` and `Ina Weber` are one name; a single word, or one with an address in it, joins nothing. */
function toNameKey(name: string): string | null {
  if (name.includes('@')) return null;
  const [last = '', first = ''] = name.split(',');
  const ordered = name.includes(',') ? `${first} ${last}` : name;
  const words = ordered
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== '');
  return words.length < 2 ? null : words.join(' ');
}
