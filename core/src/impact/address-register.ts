import { detachText } from '@candor/core/base';
import type { AddressRole, AddressUse } from '@candor/core/evidence/message';
import type { AddressClassifier, UnresolvedAddressReason } from './counterparty/counterparty.ts';
import type { Curation } from './curation/apply-curation.ts';
import type { PartyFinder } from './party/party-finder.ts';
import { PartyTally, ROLE_BITS } from './party-tally.ts';

export interface KnownAddress {
  readonly state: 'counterparty';
  readonly address: string;
  /** As first registered, for display. */
  readonly spelling: string;
  readonly registrableDomain: string;
  readonly party: PartyTally;
  messages: number;
  /** Number of the last message with it; -1 before any non-draft copy. */
  lastMessage: number;
}

export interface UnresolvedAddress {
  readonly state: 'unresolved';
  readonly value: string;
  readonly reason: UnresolvedAddressReason;
  copies: number;
  lastCopy: number;
}

/** Stands for an internal address in any role: it has no party. */
export const INTERNAL_USE = -1;
/** Internal addresses in use numbers: this minus the number of the address. */
const FIRST_INTERNAL = -2;

const ROLES: Readonly<Record<AddressRole, number>> = {
  from: ROLE_BITS.sender,
  sender: ROLE_BITS.sender,
  'reply-to': ROLE_BITS.sender,
  'resent-from': ROLE_BITS.sender,
  organizer: ROLE_BITS.sender,
  to: ROLE_BITS.recipient,
  cc: ROLE_BITS.recipient,
  'resent-to': ROLE_BITS.recipient,
  'resent-cc': ROLE_BITS.recipient,
  attendee: ROLE_BITS.recipient,
  bcc: ROLE_BITS.blindRecipient,
  'resent-bcc': ROLE_BITS.blindRecipient,
  'x-original-to': ROLE_BITS.blindRecipient,
  attached: ROLE_BITS.attached,
};

/** For a party made by a split, kind and name are curated; the import says nothing about it. */
const SPLIT_PARTY = { kind: null, details: null } as const;

/** Unreadable addresses are separate from readable ones. */
function toSpelling({ address, unreadable }: AddressUse): string {
  return unreadable === null ? address : `${unreadable} ${address}`;
}

/** A use is the address number times this, plus its role bits. */
const ROLE_SPACE = 16;

/**
 * Every distinct outside address under a number. Addresses that differ only in case or domain spelling are one; dots
 * and plus signs are not folded. Each address gets exactly one party, only here.
 */
export class AddressRegister {
  readonly parties = new Map<string, PartyTally>();
  readonly addresses: (KnownAddress | UnresolvedAddress)[] = [];
  readonly #classify: AddressClassifier;
  readonly #findParty: PartyFinder;
  readonly #curation: Curation;
  readonly #bySpelling = new Map<string, number>();
  readonly #byNormalForm = new Map<string, number>();
  /** Lower-case internal addresses with their negative use numbers. */
  readonly #internal = new Map<string, number>();

  constructor(classify: AddressClassifier, findParty: PartyFinder, curation: Curation) {
    this.#classify = classify;
    this.#findParty = findParty;
    this.#curation = curation;
  }

  toUse(use: AddressUse): number {
    const number = this.#find(use) ?? this.#take(use);
    return number < 0 ? number : number * ROLE_SPACE + ROLES[use.role];
  }

  /** Nearly every address is already normalised, so one map is enough. */
  #find(use: AddressUse): number | undefined {
    const plain = use.unreadable === null ? this.#byNormalForm.get(use.address) : undefined;
    if (plain !== undefined && this.addresses[plain]?.state === 'counterparty') return plain;
    return this.#bySpelling.get(toSpelling(use));
  }

  #take(use: AddressUse): number {
    const number = this.#number(use);
    if (this.#find(use) === undefined) this.#bySpelling.set(detachText(toSpelling(use)), number);
    return number;
  }

  ofUse(use: number): KnownAddress | UnresolvedAddress | undefined {
    return this.addresses[(use - (use % ROLE_SPACE)) / ROLE_SPACE];
  }

  rolesOf(use: number): number {
    return use % ROLE_SPACE;
  }

  #number(use: AddressUse): number {
    const found = this.#classify(use);
    if (found.state === 'internal') return this.#numberInternal(use.address.toLowerCase());
    const key = found.state === 'unresolved' ? `${found.reason} ${found.value}` : found.address;
    const known = this.#byNormalForm.get(key);
    if (known !== undefined) return known;
    const number = this.addresses.length;
    const ownKey = detachText(key);
    this.#byNormalForm.set(ownKey, number);
    if (found.state === 'unresolved') {
      const value = detachText(found.value);
      this.addresses.push({ state: 'unresolved', value, reason: found.reason, copies: 0, lastCopy: -1 });
      return number;
    }
    const { registrableDomain } = found;
    const split = this.#curation.findSplit(found);
    const imported = split === null ? this.#findParty(found) : { id: split, ...SPLIT_PARTY };
    const party = this.#open(this.#curation.representative(imported.id));
    party.addSeen(imported);
    this.addresses.push({
      state: 'counterparty',
      address: ownKey,
      spelling: use.address === ownKey ? ownKey : detachText(use.address),
      registrableDomain,
      party,
      messages: 0,
      lastMessage: -1,
    });
    return number;
  }

  #numberInternal(address: string): number {
    const known = this.#internal.get(address);
    if (known !== undefined) return known;
    const number = FIRST_INTERNAL - this.#internal.size;
    this.#internal.set(detachText(address), number);
    return number;
  }

  #open(id: string): PartyTally {
    const known = this.parties.get(id) ?? new PartyTally(id, this.parties.size);
    this.parties.set(id, known);
    return known;
  }
}
