import { compareUtf8, Refusal } from '@candor/core/base';
import { type Cause, type ChangeCounts, compareVersions } from '@candor/core/exposure/explain';
import type { PartyExposure } from '@candor/core/impact';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readVersionRows } from '../../exposure/store/verdict-store.ts';
import { findVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { requireLastVersion } from '../open-version.ts';
import { type CausedChange, findCauses, findPossibleCauses } from './find-causes.ts';

const counts = ['accessed', 'presumed', 'partial', 'possible', 'undetermined', 'messages'] as const;
const toNames = (names: readonly string[]): Entries => new Map(names.map((name) => [name, '']));

const toAddresses = ({ addresses }: PartyExposure): Entries =>
  new Map(addresses.map(({ address, messages }) => [address, `${messages}`]));

const toCustodians = ({ custodians }: PartyExposure): Entries =>
  new Map(custodians.map(({ custodian, messages, copies }) => [custodian, `${messages} ${copies}`]));

export interface VersionDifference {
  readonly from: number;
  readonly to: number;
  readonly rules: readonly [from: string, to: string];
  readonly causes: readonly Cause[];
  /** These count copies. */
  readonly custodians: Readonly<Record<string, ChangeCounts>>;
  readonly parties: readonly PartyChange[];
  readonly changes: readonly CausedChange[];
}

/**
 * What changed between two versions, per custodian, per party and copy by copy. Without numbers: the last two.
 * @throws Refusal for a version that is not there.
 */
export async function compareRuns(
  state: StateFolder,
  from: number | null,
  to: number | null,
): Promise<VersionDifference> {
  const last = await requireLastVersion(state);
  const { store } = state;
  const later = to ?? last.version;
  const earlier = from ?? later - 1;
  if (earlier === 0 && from === null) {
    throw new Refusal('unknown-version', [
      'there is only exposure version 1 so far; a run with more evidence, indicators or another policy makes the next',
    ]);
  }
  const requireVersion = async (version: number): Promise<StoredVersion> => {
    const found = await findVersion(store, version);
    if (found !== null) return found;
    throw new Refusal('unknown-version', [`there is no exposure version ${version}; the newest is ${last.version}`]);
  };
  const versions = [await requireVersion(earlier), await requireVersion(later)] as const;
  const causes = await findPossibleCauses(store, ...versions);
  const counts = new Map<string, ChangeCounts>();
  const changes = [
    ...compareVersions(await readVersionRows(store, earlier), await readVersionRows(store, later), counts),
  ];
  return {
    from: earlier,
    to: later,
    rules: [versions[0].rules, versions[1].rules],
    causes: [...causes],
    custodians: Object.fromEntries([...counts].sort(([a], [b]) => compareUtf8(a, b))),
    parties: compareParties(await readParties(store, earlier), await readParties(store, later)),
    changes: await findCauses(store, versions, changes, causes),
  };
}

export interface PartyChange {
  readonly party: string;
  /** `messages` decides; `changed` means that the number is equal and something else differs. */
  readonly change: 'appeared' | 'vanished' | 'rose' | 'fell' | 'changed';
  readonly before: PartyCounts | null;
  readonly after: PartyCounts | null;
  /**
   * Other differences, in the order of docs/formats/difference-json.md; empty for a party that appeared or vanished.
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
      /** They exist before and after, with other counts of messages or copies. */
      readonly changed: readonly string[];
    };

type SmallCount = 'copies' | 'bulk' | 'intruderSent' | 'sender' | 'recipient' | 'blindRecipient' | 'attached';

/** Parties with any difference between the versions, by id. */
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

function compareLists(fact: 'domains' | 'addresses' | 'custodians', before: Entries, after: Entries): FactChange[] {
  const appeared = [...after.keys()].filter((name) => !before.has(name));
  const vanished = [...before.keys()].filter((name) => !after.has(name));
  const changed = [...after]
    .filter(([name, count]) => before.has(name) && before.get(name) !== count)
    .map(([name]) => name);
  return appeared.length + vanished.length + changed.length === 0 ? [] : [{ fact, appeared, vanished, changed }];
}
