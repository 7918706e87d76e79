import type { PartyExposure } from '@candor/core/impact';
import type { Hold } from '@candor/core/notice/contact';
import type { StoredHold } from '../store/hold-store.ts';
import type { StoredNotice } from '../store/wave-store.ts';

/** What of a party of now says which ids of before it is. */
export type Successor = Pick<PartyExposure, 'party' | 'kind' | 'mergedIds' | 'domains' | 'addresses'>;

/** Of a notice what says what its party's id stood for. */
export type NoticeIdentity = Pick<StoredNotice, 'party' | 'mergedIds' | 'facts'>;

export type ResolveSuccessors<Party> = (id: string, stoodFor?: readonly string[]) => readonly Party[];

/**
 * Finds the parties of now that an id is: the one that has it, or that a person made one with it; where none has, those
 * that have the addresses that it stood for, of whatever kind. `told` may be all that was told, or what concerns the
 * ids that are asked for and the parties alone. `stoodFor` are addresses and domains that the id had: whoever has one
 * of the addresses is it, too, and where nothing else says what it was, an organization at one of the domains.
 */
export function createSuccessorResolver<Party extends Successor>(
  parties: readonly Party[],
  told: readonly NoticeIdentity[],
): ResolveSuccessors<Party> {
  const present = new Map(parties.flatMap((party) => [party.party, ...party.mergedIds].map((id) => [id, party])));
  const newest = new Map(told.map((notice) => [notice.party, notice]));
  const known = new Map<string, readonly Party[]>();
  return (id, stoodFor = []) => {
    const party = present.get(id);
    const found = party === undefined ? (known.get(id) ?? findHaving(parties, id, newest.get(id), told)) : [party];
    known.set(id, found);
    if (stoodFor.length === 0) return found;
    const names = new Set(stoodFor);
    const heirs = new Set([...found, ...parties.filter((now) => hasAddress(now, names))]);
    if (heirs.size > 0) return [...heirs];
    // A domain is everybody's where persons have their mailboxes.
    return parties.filter(({ kind, domains }) => kind === 'organization' && domains.some((name) => names.has(name)));
  };
}

/**
 * Of those whom an id that is gone may be, who has what it stood for: the id itself, or an address that it had or was
 * told of. Whoever has no more than a domain of its contacts, or other addresses at its own, is another one, and must
 * hear nothing of what that was told. A hold is spread further: it is better that somebody waits.
 * @param was what the ids of a party were when they were parties last; none: that is not known.
 */
export function keepProvenSuccessors<Party extends Successor>(
  found: readonly Party[],
  id: string,
  was: readonly Pick<PartyExposure, 'addresses'>[],
  told: readonly Pick<StoredNotice, 'party' | 'affected'>[],
): readonly Party[] {
  const affected = told.filter(({ party }) => party === id).map((notice) => notice.affected);
  // A notice of before they were kept may have told of more than the id had at its end.
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
 * Reasons not to write, spread over whoever has the addresses now that its party had then: that a directory changed, or
 * a person parted what was one, is no reason to tell who was not to be told.
 */
export function applyHoldsToSuccessors(
  holds: readonly StoredHold[],
  findHeirs: ResolveSuccessors<Successor>,
): readonly Hold[] {
  return holds.flatMap((hold) => {
    if (hold.party === null) return [hold];
    const heirs = findHeirs(hold.party, hold.held).filter(({ party }) => party !== hold.party);
    return [hold, ...heirs.map(({ party }) => ({ ...hold, party }))];
  });
}

export function listIds(parties: readonly Pick<Successor, 'party' | 'mergedIds'>[]): ReadonlySet<string> {
  return new Set(parties.flatMap(({ party, mergedIds }) => [party, ...mergedIds]));
}

/**
 * Who has what an id that is gone stood for: the domain or address that is the id itself, the address of the person who
 * was told, else any domain that the code of its newest notice is bound to. An id of a directory that was never told
 * anything stands for nothing that is known.
 */
function findHaving<Party extends Successor>(
  parties: readonly Party[],
  id: string,
  notice: NoticeIdentity | undefined,
  told: readonly NoticeIdentity[],
): readonly Party[] {
  const person = notice?.facts.party.kind === 'person' ? notice.facts.party.id : null;
  const own = parties.filter((party) => holdsId(party, person ?? id));
  if (own.length > 0 || notice === undefined || person !== null) return own;
  const { domains } = notice.facts.party;
  return parties.filter((now) => now.domains.some((name) => domains.includes(name) && !wasTheirs(now, name, id, told)));
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
  told: readonly NoticeIdentity[],
): boolean {
  const ids = [party, ...mergedIds];
  const own = told.filter((notice) => ids.includes(notice.party));
  const isOne =
    own.some((notice) => notice.mergedIds.includes(gone)) ||
    told.some((notice) => notice.party === gone && notice.mergedIds.some((id) => ids.includes(id)));
  return !isOne && own.some(({ facts }) => facts.party.domains.includes(domain));
}
