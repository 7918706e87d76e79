import type { PartyExposure } from '@candor/core/impact';
import type { Hold } from '@candor/core/notice/contact';
import type { StoredHold } from '../store/hold-store.ts';
import type { StoredNotice } from '../store/wave-store.ts';

/** Properties of a current party that identify its former ids. */
export type Successor = Pick<PartyExposure, 'party' | 'kind' | 'mergedIds' | 'domains' | 'addresses'>;

/** Of a notice what says what its party's id stood for. */
export type NoticeIdentity = Pick<StoredNotice, 'party' | 'mergedIds' | 'facts'>;

export type ResolveSuccessors<Party> = (id: string, stoodFor?: readonly string[]) => readonly Party[];

/**
 * Finds the current parties of an id: the one with the id or merged with it; otherwise those with its addresses, of any
 * kind. `told` are all sent notices, or those of the relevant ids. `stoodFor` are the id's addresses and domains:
 * whoever has one of the addresses counts, and failing that an organization at one of the domains.
 */
export function createSuccessorResolver<Party extends Successor>(
  parties: readonly Party[],
  sentNotices: readonly NoticeIdentity[],
): ResolveSuccessors<Party> {
  const present = new Map(parties.flatMap((party) => [party.party, ...party.mergedIds].map((id) => [id, party])));
  const newest = new Map(sentNotices.map((notice) => [notice.party, notice]));
  const known = new Map<string, readonly Party[]>();
  return (id, stoodFor = []) => {
    const party = present.get(id);
    const found =
      party === undefined ? (known.get(id) ?? findHaving(parties, id, newest.get(id), sentNotices)) : [party];
    known.set(id, found);
    if (stoodFor.length === 0) return found;
    const names = new Set(stoodFor);
    const successors = new Set([...found, ...parties.filter((now) => hasAddress(now, names))]);
    if (successors.size > 0) return [...successors];
    // A domain is everybody's where persons have their mailboxes.
    return parties.filter(({ kind, domains }) => kind === 'organization' && domains.some((name) => names.has(name)));
  };
}

/**
 * Keeps the successors of a former id that have what it stood for: the id itself, or an address it had or was notified
 * of. A party with only a domain of its contacts, or other addresses, must learn nothing. Holds extend further: waiting
 * is safer.
 * @param was the addresses of the ids when they were last parties; empty when unknown.
 */
export function keepProvenSuccessors<Party extends Successor>(
  found: readonly Party[],
  id: string,
  was: readonly Pick<PartyExposure, 'addresses'>[],
  sentNotices: readonly Pick<StoredNotice, 'party' | 'affected'>[],
): readonly Party[] {
  const affected = sentNotices.filter(({ party }) => party === id).map((notice) => notice.affected);
  // An early notice may have covered more than the id had at its end.
  if (was.length === 0 || affected.includes(null)) return found;
  const had = was.flatMap(({ addresses }) => addresses.map(({ address }) => address));
  const names = new Set([...had, ...affected.flatMap((each) => each ?? [])]);
  return found.filter((party) => holdsId(party, id) || hasAddress(party, names));
}

/** Whether a party has any of these addresses. */
export function hasAddress({ addresses }: Pick<Successor, 'addresses'>, names: ReadonlySet<string>): boolean {
  return addresses.some(({ address }) => names.has(address));
}

/** Whether an address is at a domain or below it. */
export function isAddressAtDomain(address: string, domain: string): boolean {
  return `.${address.slice(address.lastIndexOf('@') + 1)}`.endsWith(`.${domain}`);
}

/**
 * Holds, extended to whoever now has the addresses of their party: a changed directory or a split must not lift them.
 */
export function applyHoldsToSuccessors(
  holds: readonly StoredHold[],
  findSuccessors: ResolveSuccessors<Successor>,
): readonly Hold[] {
  return holds.flatMap((hold) => {
    if (hold.party === null) return [hold];
    const successors = findSuccessors(hold.party, hold.held).filter(({ party }) => party !== hold.party);
    return [hold, ...successors.map(({ party }) => ({ ...hold, party }))];
  });
}

export function listIds(parties: readonly Pick<Successor, 'party' | 'mergedIds'>[]): ReadonlySet<string> {
  return new Set(parties.flatMap(({ party, mergedIds }) => [party, ...mergedIds]));
}

/**
 * Who has what a former id stood for: the domain or address that is the id, the notified person's address, or any
 * domain of its newest notice's code. A directory id that was never notified stands for nothing known.
 */
function findHaving<Party extends Successor>(
  parties: readonly Party[],
  id: string,
  notice: NoticeIdentity | undefined,
  sentNotices: readonly NoticeIdentity[],
): readonly Party[] {
  const person = notice?.facts.party.kind === 'person' ? notice.facts.party.id : null;
  const own = parties.filter((party) => holdsId(party, person ?? id));
  if (own.length > 0 || notice === undefined || person !== null) return own;
  const { domains } = notice.facts.party;
  return parties.filter((now) =>
    now.domains.some((name) => domains.includes(name) && !wasTheirs(now, name, id, sentNotices)),
  );
}

/** Whether a party has the domain or address that an id stands for. */
function holdsId({ domains, addresses }: Successor, id: string): boolean {
  return domains.includes(id) || addresses.some(({ address }) => address === id);
}

/**
 * Whether a party was told as one at this domain, and no notice says that it and the id that is gone are one: then that
 * one had a contact there, and no more.
 */
function wasTheirs(
  { party, mergedIds }: Successor,
  domain: string,
  gone: string,
  sentNotices: readonly NoticeIdentity[],
): boolean {
  const ids = [party, ...mergedIds];
  const own = sentNotices.filter((notice) => ids.includes(notice.party));
  const isOne =
    own.some((notice) => notice.mergedIds.includes(gone)) ||
    sentNotices.some((notice) => notice.party === gone && notice.mergedIds.some((id) => ids.includes(id)));
  return !isOne && own.some(({ facts }) => facts.party.domains.includes(domain));
}
