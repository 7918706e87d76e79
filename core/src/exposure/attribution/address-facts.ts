import type { AuditRecord } from '@candor/core/evidence/record';
import type { Incident } from '@candor/core/incident';
import type { Reference } from '../reference/reference.ts';
import { AddressSet, type NetworkAddress, readNetworkAddress, toLink } from './address-set.ts';

/**
 * Loopback and private ranges never count or expand (docs/formats/rules.md, Attribution). Documentation ranges are
 * ordinary.
 */
const NEVER_RANGES = [
  '127.0.0.0/8',
  '::1/128',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
];

/** Maximum cached address texts; an intruder who changes address with every record must not fill the memory. */
const REMEMBERED_ADDRESSES = 65_536;

/** What the incident file says about an address, independent of the record's mailbox. */
export interface AddressFacts {
  readonly address: NetworkAddress;
  /** The address, or its /64 once learned. */
  readonly link: NetworkAddress;
  readonly isIntruders: boolean;
  readonly isOrganizations: boolean;
  readonly isProviders: boolean;
  /** Belongs to some custodian, or to the organization (A5, A6, A7). */
  readonly isAnyOwners: boolean;
  /** Loopback, private or provider: never the intruder's by address alone. */
  readonly isExcluded: boolean;
}

/** Listed as the intruder's and not excluded (A5). */
export function isOnlyIntruders({ isIntruders, isExcluded, isAnyOwners }: AddressFacts): boolean {
  return isIntruders && !isExcluded && !isAnyOwners;
}

export type RecordAddresses = Pick<AuditRecord, 'ip' | 'addresses'>;

/** Looks up address texts, with each set built once and each text cached. */
export class AddressBook {
  readonly #intruder: AddressSet;
  readonly #organization: AddressSet;
  readonly #provider: AddressSet;
  readonly #never = new AddressSet(NEVER_RANGES);
  readonly #owners: ReadonlyMap<string, AddressSet>;
  readonly #anyOwners: AddressSet;
  readonly #remembered = new Map<string, AddressFacts | null>();

  constructor(incident: Incident, reference: Reference) {
    this.#intruder = new AddressSet(incident.intruder.addresses);
    this.#organization = new AddressSet(incident.organization.addresses);
    this.#provider = new AddressSet(reference.providerRanges);
    this.#owners = new Map(incident.mailboxes.map((box) => [box.custodian, new AddressSet(box.addresses)]));
    this.#anyOwners = new AddressSet([
      ...incident.organization.addresses,
      ...incident.mailboxes.flatMap((box) => box.addresses),
    ]);
  }

  /** Null for no address and for a host name. */
  look(text: string | null): AddressFacts | null {
    if (text === null) return null;
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    const facts = this.#find(text);
    if (this.#remembered.size >= REMEMBERED_ADDRESSES) this.#remembered.clear();
    this.#remembered.set(text, facts);
    return facts;
  }

  /**
   * Which address of a record counts (docs/formats/access-records.md, Addresses): the only one that is not loopback,
   * private or a provider's, else its first. `custodian`: of its mailbox.
   */
  choose({ ip, addresses }: RecordAddresses, custodian: string | null): AddressFacts | null | 'contradiction' {
    const first = this.look(ip);
    if (addresses.length === 0) return first;
    const open = new Map<NetworkAddress, AddressFacts>();
    for (const text of addresses) {
      const facts = this.look(text);
      if (facts !== null && !facts.isExcluded) open.set(facts.link, facts);
    }
    const [only, ...others] = open.values();
    if (only === undefined) return first;
    if (others.length === 0) return only;
    if (![only, ...others].every((facts) => this.isOwners(facts, custodian))) return 'contradiction';
    return first !== null && !first.isExcluded ? first : only;
  }

  /**
   * "The owner's addresses" are those of the record's mailbox and the organization (docs/formats/rules.md,
   * Attribution).
   */
  isOwners(facts: AddressFacts | null, custodian: string | null): boolean {
    if (facts === null) return false;
    if (facts.isOrganizations) return true;
    return custodian !== null && (this.#owners.get(custodian)?.has(facts.address) ?? false);
  }

  isOwn(facts: AddressFacts, custodian: string): boolean {
    return this.#owners.get(custodian)?.has(facts.address) ?? false;
  }

  #find(text: string): AddressFacts | null {
    const address = readNetworkAddress(text);
    if (address === null) return null;
    const isProviders = this.#provider.has(address);
    return {
      address,
      link: toLink(address),
      isIntruders: this.#intruder.has(address),
      isOrganizations: this.#organization.has(address),
      isProviders,
      isAnyOwners: this.#anyOwners.has(address),
      isExcluded: isProviders || this.#never.has(address),
    };
  }
}
