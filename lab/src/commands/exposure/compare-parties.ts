import { compareUtf8 } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';

export interface PartyChange {
  readonly party: string;
  /** By `messages`; `changed`: as many as before, and something else differs. */
  readonly change: 'appeared' | 'vanished' | 'rose' | 'fell' | 'changed';
  readonly before: PartyCounts | null;
  readonly after: PartyCounts | null;
  /**
   * What differs beside these counts, in the order of docs/formats/difference-json.md; empty for a party that appeared
   * or vanished.
   */
  readonly facts: readonly FactChange[];
}

export type PartyCounts = Pick<PartyExposure, (typeof counts)[number]>;

/** One thing about a party that is not as it was (docs/formats/difference-json.md). */
export type FactChange =
  | {
      readonly fact: 'kind' | 'name' | 'country' | 'first' | 'last' | SmallCount;
      readonly before: string | number | null;
      readonly after: string | number | null;
    }
  | {
      readonly fact: 'domains' | 'addresses' | 'custodians';
      readonly appeared: readonly string[];
      readonly vanished: readonly string[];
      /** There before and after, with other counts of messages or copies. */
      readonly changed: readonly string[];
    };

export type SmallCount = 'copies' | 'bulk' | 'intruderSent' | 'sender' | 'recipient' | 'blindRecipient' | 'attached';

const counts = ['accessed', 'presumed', 'partial', 'possible', 'undetermined', 'messages'] as const;

/** The parties of either version of which anything differs, in order of their ids. */
export function compareParties(before: readonly PartyExposure[], after: readonly PartyExposure[]): PartyChange[] {
  const earlier = new Map(before.map((party) => [party.party, party]));
  const later = new Map(after.map((party) => [party.party, party]));
  const ids = [...new Set([...earlier.keys(), ...later.keys()])].sort(compareUtf8);
  return ids.flatMap((party): PartyChange[] => {
    const [old, now] = [earlier.get(party), later.get(party)];
    if (old === undefined || now === undefined) {
      const change = old === undefined ? 'appeared' : 'vanished';
      return [{ party, change, before: toCounts(old), after: toCounts(now), facts: [] }];
    }
    const facts = compareFacts(old, now);
    if (facts.length === 0 && counts.every((count) => old[count] === now[count])) return [];
    const change = now.messages > old.messages ? 'rose' : now.messages < old.messages ? 'fell' : 'changed';
    return [{ party, change, before: toCounts(old), after: toCounts(now), facts }];
  });
}

function toCounts(party: PartyExposure | undefined): PartyCounts | null {
  if (party === undefined) return null;
  const { accessed, presumed, partial, possible, undetermined, messages } = party;
  return { accessed, presumed, partial, possible, undetermined, messages };
}

function compareFacts(old: PartyExposure, now: PartyExposure): FactChange[] {
  const values = (['kind', 'name', 'country', 'first', 'last'] as const).map((fact) =>
    compareValues(fact, old[fact], now[fact]),
  );
  const lists = [
    compareLists('domains', toNames(old.domains), toNames(now.domains)),
    compareLists('addresses', toAddresses(old), toAddresses(now)),
    compareLists('custodians', toCustodians(old), toCustodians(now)),
  ];
  const tallies = [
    ...(['copies', 'bulk', 'intruderSent'] as const).map((fact) => compareValues(fact, old[fact], now[fact])),
    ...(['sender', 'recipient', 'blindRecipient', 'attached'] as const).map((fact) =>
      compareValues(fact, old.roles[fact], now.roles[fact]),
    ),
  ];
  return [...values, ...lists, ...tallies].flat();
}

function compareValues(
  fact: Extract<FactChange, { before: unknown }>['fact'],
  before: string | number | null,
  after: string | number | null,
): FactChange[] {
  return before === after ? [] : [{ fact, before, after }];
}

/** What is counted of each entry, by its name. */
type Entries = ReadonlyMap<string, string>;

const toNames = (names: readonly string[]): Entries => new Map(names.map((name) => [name, '']));
const toAddresses = ({ addresses }: PartyExposure): Entries =>
  new Map(addresses.map(({ address, messages }) => [address, `${messages}`]));
const toCustodians = ({ custodians }: PartyExposure): Entries =>
  new Map(custodians.map(({ custodian, messages, copies }) => [custodian, `${messages} ${copies}`]));

function compareLists(fact: 'domains' | 'addresses' | 'custodians', before: Entries, after: Entries): FactChange[] {
  const appeared = [...after.keys()].filter((name) => !before.has(name));
  const vanished = [...before.keys()].filter((name) => !after.has(name));
  const changed = [...after]
    .filter(([name, count]) => before.has(name) && before.get(name) !== count)
    .map(([name]) => name);
  return appeared.length + vanished.length + changed.length === 0 ? [] : [{ fact, appeared, vanished, changed }];
}
