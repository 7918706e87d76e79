import { compareUtf8, type Instant } from '@candor/core/base';
import type { Verdict } from '@candor/core/exposure/verdict';
import type { AddressRegister, KnownAddress } from './address-register.ts';
import type { Curation } from './curation/apply-curation.ts';
import type { CustodianTable } from './custodian-table.ts';
import type { Directory } from './party/directory.ts';
import { type PartyProfile, toPartyProfile } from './party-profile.ts';
import type { PartyTally } from './party-tally.ts';
import { toVerdictRank } from './verdict-rank.ts';

export interface PartyAddress {
  /** Lower case. */
  readonly address: string;
  /** As it was first found, for display. */
  readonly spelling: string;
  readonly messages: number;
}

export interface PartyCustodian {
  readonly custodian: string;
  readonly messages: number;
  readonly copies: number;
}

/**
 * A party and its figures (docs/formats/parties-csv.md, Columns). "Exposed": of a verdict of `possible` or stronger.
 * Drafts are left out.
 */
export interface PartyExposure extends PartyProfile {
  /** Registrable domains of its addresses. */
  readonly domains: readonly string[];
  readonly addresses: readonly PartyAddress[];
  readonly accessed: number;
  readonly presumed: number;
  readonly partial: number;
  readonly possible: number;
  readonly undetermined: number;
  /** Exposed messages: the sum of the four verdicts above `undetermined`. */
  readonly messages: number;
  readonly copies: number;
  /** Earliest and latest `Date` of `messages`; null when none has one. */
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly custodians: readonly PartyCustodian[];
  /** `messages` in which it is in that role; a message may count for several. */
  readonly roles: {
    readonly sender: number;
    readonly recipient: number;
    readonly blindRecipient: number;
    readonly attached: number;
  };
  /** Messages that the intruder sent, whatever their verdict. */
  readonly intruderSent: number;
  /** The part of `messages` of which any copy is marked bulk. */
  readonly bulk: number;
  /**
   * The part of the undetermined messages of which any copy is marked bulk, where there are any: a notice counts
   * them, parties.csv does not.
   */
  readonly undeterminedBulk?: number;
  /**
   * The part of `intruderSent` that went to others, where there are any: the party stands in an attached message, or
   * as the alleged sender. No notice warns of them.
   */
  readonly intruderSentToOthers?: number;
  /**
   * The part of `messages` that rests on undecided records alone, in each exposed copy, where there are any: if these
   * records are the owner's, the messages are not exposed.
   */
  readonly undecided?: number;
}

export interface CountedParties {
  readonly register: AddressRegister;
  /** By custodian number. */
  readonly custodianNames: readonly string[];
  readonly custodianTable: CustodianTable;
  readonly directory: Directory;
  readonly curation: Curation;
}

/**
 * Every party that a copy which is no draft has in its headers, in UTF-8 order of the ids; every list in it in UTF-8
 * order, too.
 */
export function listPartyExposures(counted: CountedParties): Iterable<PartyExposure> {
  const { register, custodianNames, custodianTable, directory, curation } = counted;
  const addressesOf = groupAddresses(register);
  const sorted = [...register.parties.values()]
    .filter((party) => addressesOf(party).length > 0)
    .sort((a, b) => compareUtf8(a.id, b.id));
  const custodiansOf = custodianTable.group(register.parties.size);
  const toExposure = (party: PartyTally): PartyExposure => {
    const addresses = addressesOf(party);
    return {
      ...toPartyProfile(party.id, party.seen, directory, curation),
      ...toFigures(party),
      custodians: custodiansOf(party.number)
        .map(({ custodian, ...counts }) => ({ custodian: custodianNames[custodian] ?? '', ...counts }))
        .sort((a, b) => compareUtf8(a.custodian, b.custodian)),
      domains: [...new Set(addresses.map(({ registrableDomain }) => registrableDomain))].sort(compareUtf8),
      addresses: addresses
        .map(({ address, spelling, messages }) => ({ address, spelling, messages }))
        .sort((a, b) => compareUtf8(a.address, b.address)),
    };
  };
  return {
    *[Symbol.iterator]() {
      for (const party of sorted) yield toExposure(party);
    },
  };
}

/** The addresses of each party that a copy has which is no draft, in the order in which they were met. */
function groupAddresses({ addresses, parties }: AddressRegister): (party: PartyTally) => KnownAddress[] {
  const starts = new Int32Array(parties.size + 1);
  const known = addresses.filter(
    (address): address is KnownAddress => address.state === 'counterparty' && address.lastMessage >= 0,
  );
  const count = (counts: Int32Array, at: number) => {
    const before = counts[at] ?? 0;
    counts[at] = before + 1;
    return before;
  };
  for (const { party } of known) count(starts, party.number + 1);
  for (let party = 0; party < parties.size; party += 1)
    starts[party + 1] = (starts[party + 1] ?? 0) + (starts[party] ?? 0);
  const next = starts.slice();
  const grouped = new Array<KnownAddress>(known.length);
  for (const address of known) grouped[count(next, address.party.number)] = address;
  return ({ number }) => grouped.slice(starts[number], starts[number + 1]);
}

type Figures = Omit<PartyExposure, keyof PartyProfile | 'custodians' | 'domains' | 'addresses'>;

function toFigures(party: PartyTally): Figures {
  const at = (verdict: Verdict): number => party.messagesByRank[toVerdictRank(verdict)] ?? 0;
  return {
    accessed: at('accessed'),
    presumed: at('presumed'),
    partial: at('partial'),
    possible: at('possible'),
    undetermined: at('undetermined'),
    messages: party.messages,
    copies: party.copies,
    first: party.first,
    last: party.last,
    roles: {
      sender: party.sender,
      recipient: party.recipient,
      blindRecipient: party.blindRecipient,
      attached: party.attached,
    },
    intruderSent: party.intruderSent,
    bulk: party.bulk,
    // Left out where it is 0, so that parties which an earlier Candor counted without it are still those of their
    // verdicts.
    ...(party.undeterminedBulk === 0 ? {} : { undeterminedBulk: party.undeterminedBulk }),
    ...(party.intruderSentToOthers === 0 ? {} : { intruderSentToOthers: party.intruderSentToOthers }),
    ...(party.undecided === 0 ? {} : { undecided: party.undecided }),
  };
}
