import { compareUtf8, type Instant } from '@candor/core/base';
import type { AddressUse } from '@candor/core/evidence/message';
import type { Verdict } from '@candor/core/exposure/verdict';
import type { Incident } from '@candor/core/incident';
import { AddressRegister, INTERNAL_USE, type KnownAddress } from './address-register.ts';
import { createAddressClassifier, type UnresolvedAddressReason } from './counterparty/counterparty.ts';
import { isOwnTenant } from './counterparty/tenant.ts';
import type { Curation } from './curation/apply-curation.ts';
import { CustodianTable } from './custodian-table.ts';
import { addSentCopy, createMessageTally, resetMessageTally } from './message-tally.ts';
import type { Directory } from './party/directory.ts';
import { createPartyFinder } from './party/party-finder.ts';
import { listPartyExposures, type PartyExposure } from './party-exposure.ts';
import type { PartyTally } from './party-tally.ts';
import type { Reference } from './reference/reference.ts';
import { ACCESSED_RANK, POSSIBLE_RANK, toVerdictRank, VERDICTS_BY_STRENGTH } from './verdict-rank.ts';

export interface CountedCopy {
  readonly custodian: string;
  readonly fingerprint: string;
  readonly verdict: Verdict;
  /** The copy has the flag `intruder-sent` (docs/formats/rules.md, Verdicts, W3). */
  readonly intruderSent: boolean;
  /** It is exposed by undecided records alone (`restsOnUndecided`). */
  readonly undecided?: boolean;
  readonly draft: boolean;
  readonly bulk: boolean;
  readonly date: Instant | null;
  /**
   * What `registerUse` gave for each address of the copy; internal ones (negative) may be left out. Repetition changes
   * nothing.
   */
  readonly uses: ArrayLike<number>;
}

export type VerdictCounts = Readonly<Record<Verdict, number>>;

export interface UnresolvedAddressCount {
  readonly value: string;
  readonly reason: UnresolvedAddressReason;
  readonly count: number;
}

export interface ImpactResult {
  /**
   * Every party of any copy that is no draft, sorted by id in UTF-8 order. Each is made again when it is asked for, so
   * that a walk through hundreds of thousands holds one at a time.
   */
  readonly parties: Iterable<PartyExposure>;
  /** Sorted by value, then reason. */
  readonly unresolvedAddresses: readonly UnresolvedAddressCount[];
  /** Tenants outside `organization.domains` that bear the name of one of these domains, sorted. */
  readonly ownTenants: readonly string[];
  /** All copies and messages, drafts included. */
  readonly copiesPerVerdict: VerdictCounts;
  readonly messagesPerVerdict: VerdictCounts;
  readonly drafts: number;
  /** Copies that are exposed by undecided records alone, drafts included. */
  readonly undecidedCopies: number;
  readonly custodiansAccessed: readonly string[];
  readonly custodiansExposed: readonly string[];
  readonly ownAddresses: number;
}

/** Takes in copies message by message and keeps only parties, addresses and counts. */
export interface Impact {
  /**
   * A number for this address in this role; negative for internal ones. Ask once for each distinct pair and keep the
   * number.
   */
  registerUse(use: AddressUse): number;
  /**
   * Copies come in ascending order of their fingerprint, so that those of one message follow each other. Throws when
   * they do not.
   */
  addCopy(copy: CountedCopy): void;
  /** Ends the last message. Nothing can be added afterwards. */
  finish(): ImpactResult;
}

export interface ImpactReferences {
  readonly incident: Pick<Incident, 'organization'>;
  readonly directory: Directory;
  readonly reference: Reference;
  readonly curation: Curation;
}

export function createImpact({ incident, directory, reference, curation }: ImpactReferences): Impact {
  const register = new AddressRegister(
    createAddressClassifier(incident.organization.domains, reference.suffixRules),
    createPartyFinder(directory, reference),
    curation,
  );
  const custodians = new Map<string, number>();
  const custodianNames: string[] = [];
  const custodianTable = new CustodianTable();
  const accessed = new Set<number>();
  const exposed = new Set<number>();
  /** Use numbers of the organization's own addresses: of the message, and of exposed messages. */
  let ownUses: number[] = [];
  const exposedOwnUses = new Set<number>();
  const copiesByRank = VERDICTS_BY_STRENGTH.map(() => 0);
  const messagesByRank = VERDICTS_BY_STRENGTH.map(() => 0);
  const message = createMessageTally();
  let parties: PartyTally[] = [];
  let addresses: KnownAddress[] = [];
  let fingerprint = '';
  let messageNumber = -1;
  let copyNumber = -1;
  let drafts = 0;
  let undecidedCopies = 0;

  const numberOf = (custodian: string): number => {
    const known = custodians.get(custodian);
    if (known !== undefined) return known;
    custodians.set(custodian, custodianNames.length);
    return custodianNames.push(custodian) - 1;
  };

  const endMessage = (): void => {
    if (messageNumber < 0) return;
    messagesByRank[message.strongest] = (messagesByRank[message.strongest] ?? 0) + 1;
    for (const party of parties) party.addMessage(message, custodianTable);
    if (message.strongestSent >= POSSIBLE_RANK) for (const address of addresses) address.messages += 1;
    if (message.strongestSent >= POSSIBLE_RANK) for (const use of ownUses) exposedOwnUses.add(use);
    parties = [];
    addresses = [];
    ownUses = [];
    resetMessageTally(message);
  };

  const addUse = (use: number): void => {
    const address = register.ofUse(use);
    if (address === undefined) throw new Error(`use ${use} was never registered`);
    if (address.state === 'unresolved') {
      if (address.lastCopy !== copyNumber) address.copies += 1;
      address.lastCopy = copyNumber;
      return;
    }
    if (address.lastMessage !== messageNumber) addresses.push(address);
    address.lastMessage = messageNumber;
    const { party } = address;
    if (party.lastMessage !== messageNumber) {
      parties.push(party);
      party.roles = 0;
    }
    party.lastMessage = messageNumber;
    party.roles |= register.rolesOf(use);
  };

  return {
    registerUse: (use) => register.toUse(use),
    addCopy(copy) {
      if (copy.fingerprint !== fingerprint || messageNumber < 0) {
        if (copy.fingerprint < fingerprint) throw new Error('copies must come in ascending order of their fingerprint');
        endMessage();
        fingerprint = copy.fingerprint;
        messageNumber += 1;
      }
      copyNumber += 1;
      const rank = toVerdictRank(copy.verdict);
      const custodian = numberOf(copy.custodian);
      copiesByRank[rank] = (copiesByRank[rank] ?? 0) + 1;
      if (rank === ACCESSED_RANK) accessed.add(custodian);
      if (rank >= POSSIBLE_RANK) exposed.add(custodian);
      if (copy.undecided === true) undecidedCopies += 1;
      if (rank > message.strongest) message.strongest = rank;
      if (copy.draft) {
        drafts += 1;
        return;
      }
      addSentCopy(message, rank, custodian, copy);
      for (let at = 0; at < copy.uses.length; at += 1) {
        const use = copy.uses[at] ?? INTERNAL_USE;
        if (use >= 0) addUse(use);
        else if (use < INTERNAL_USE && !exposedOwnUses.has(use)) ownUses.push(use);
      }
    },
    finish() {
      endMessage();
      return {
        parties: listPartyExposures({ register, custodianNames, custodianTable, directory, curation }),
        unresolvedAddresses: listUnresolved(register),
        ownTenants: listOwnTenants(register, incident.organization.domains),
        copiesPerVerdict: toVerdictCounts(copiesByRank),
        messagesPerVerdict: toVerdictCounts(messagesByRank),
        drafts,
        undecidedCopies,
        ownAddresses: exposedOwnUses.size,
        custodiansExposed: [...exposed].map((custodian) => custodianNames[custodian] ?? '').sort(compareUtf8),
        custodiansAccessed: [...accessed].map((custodian) => custodianNames[custodian] ?? '').sort(compareUtf8),
      };
    },
  };
}

function listOwnTenants({ addresses }: AddressRegister, organizationDomains: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const one of addresses)
    if (one.state === 'counterparty' && one.lastMessage >= 0) found.add(one.registrableDomain);
  return [...found].filter((domain) => isOwnTenant(domain, organizationDomains)).sort(compareUtf8);
}

function listUnresolved(register: AddressRegister): readonly UnresolvedAddressCount[] {
  const found: UnresolvedAddressCount[] = [];
  for (const address of register.addresses) {
    if (address.state !== 'unresolved' || address.copies === 0) continue;
    found.push({ value: address.value, reason: address.reason, count: address.copies });
  }
  return found.sort((a, b) => compareUtf8(a.value, b.value) || compareUtf8(a.reason, b.reason));
}

function toVerdictCounts(byRank: readonly number[]): VerdictCounts {
  const count = (verdict: Verdict): number => byRank[toVerdictRank(verdict)] ?? 0;
  return {
    accessed: count('accessed'),
    presumed: count('presumed'),
    partial: count('partial'),
    possible: count('possible'),
    undetermined: count('undetermined'),
    'no-evidence': count('no-evidence'),
    absent: count('absent'),
  };
}
