import { type Counterparty, findLongest } from '../counterparty/counterparty.ts';
import type { Reference } from '../reference/reference.ts';
import type { Directory, DirectoryDetails, DirectoryEntry, PartyKind } from './directory.ts';

/** The party that the imported data give to an address. */
export interface ImportedParty {
  readonly id: string;
  readonly kind: PartyKind;
  /** What the directory says of it; null when no row does. */
  readonly details: DirectoryDetails | null;
}

/** Exactly one party for each counterparty; the same one for the same address, always. */
export type PartyFinder = (counterparty: Counterparty) => ImportedParty;

/**
 * The rules of docs/formats/parties-csv.md, Which parties: the directory comes first, then list hosts, then consumer
 * and shared domains; an address row beats a domain row, a longer domain a shorter one; what lies above the registrable
 * domain matches nothing.
 */
export function createPartyFinder(directory: Directory, reference: Reference): PartyFinder {
  return (counterparty) => {
    const { address, domain, registrableDomain } = counterparty;
    const byAddress = directory.addresses.get(address);
    if (byAddress !== undefined) return fromEntry(byAddress, address, counterparty);
    const matched = findLongest(domain, registrableDomain, directory.domains);
    const entry = matched === null ? undefined : directory.domains.get(matched);
    if (matched !== null && entry !== undefined) return fromEntry(entry, matched, counterparty);
    const listHost = findLongest(domain, registrableDomain, reference.listHosts);
    if (listHost !== null) return fromRules(listHost, 'list');
    if (isPersonal(counterparty)) return fromRules(address, 'person');
    return fromRules(registrableDomain, 'organization');
  };

  function fromEntry(entry: DirectoryEntry, match: string, counterparty: Counterparty): ImportedParty {
    const { details } = entry;
    if (entry.party !== null) return { id: entry.party, kind: details.kind ?? 'organization', details };
    if (details.kind !== null)
      return withId(details.kind === 'person' ? counterparty.address : match, details.kind, details);
    // The lists decide for the address, not for the row: below a provider that a row only names lie its mail groups.
    const { address, domain, registrableDomain } = counterparty;
    const listHost = findLongest(domain, registrableDomain, reference.listHosts);
    // What is not at the match itself must not share its id: a party has one kind.
    if (listHost !== null) return withId(listHost.length > match.length ? listHost : match, 'list', details);
    return isPersonal(counterparty) ? withId(address, 'person', details) : withId(match, 'organization', details);
  }

  /** At a consumer provider, or right at a domain of many controllers, nobody but the address itself is the party. */
  function isPersonal({ domain, registrableDomain }: Counterparty): boolean {
    if (reference.sharedDomains.has(domain)) return true;
    return findLongest(domain, registrableDomain, reference.consumerDomains) !== null;
  }

  /** The row of a domain stands for what lies below it, unless the directory knows that under its very id. */
  function withId(id: string, kind: PartyKind, ofRow: DirectoryDetails): ImportedParty {
    const details = directory.parties.get(id) ?? ofRow;
    return { id, kind: details.kind ?? kind, details };
  }

  /** A party found by rule may bear the id of one that the directory describes: it is the same party. */
  function fromRules(id: string, kind: PartyKind): ImportedParty {
    const details = directory.parties.get(id) ?? null;
    return { id, kind: details?.kind ?? kind, details };
  }
}
