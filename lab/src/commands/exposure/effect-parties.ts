import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store/store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { listNotices, listWaves, type WaveState } from '../../notice/store/wave-store.ts';

/** Messages of a party by verdict. */
export type PartyFigures = Pick<
  PartyExposure,
  'accessed' | 'presumed' | 'partial' | 'possible' | 'undetermined' | 'messages'
>;

/** A party whose figures differ. Null: it is none there. */
export interface ChangedParty {
  readonly party: string;
  readonly name: string;
  readonly kind: PartyExposure['kind'];
  readonly before: PartyFigures | null;
  readonly after: PartyFigures | null;
}

/** Organizations and people to notify, and whose figures change. Lists are not notified and not counted. */
export interface PartyEffect {
  readonly before: number;
  readonly after: number;
  readonly changed: readonly ChangedParty[];
}

/** A wave that was prepared and not sent, with notices about parties whose figures would change. */
export interface DraftsChanged {
  readonly wave: number;
  readonly state: WaveState;
  readonly parties: readonly string[];
}

export async function comparePartyFigures(store: Store, before: number, after: number): Promise<PartyEffect> {
  const [old, now] = [await readNotified(store, before), await readNotified(store, after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  const changed = ids.flatMap((party): ChangedParty[] => {
    const [from, to] = [old.get(party), now.get(party)];
    const shown = to ?? from;
    if (shown === undefined || (from !== undefined && to !== undefined && isSame(from, to))) return [];
    const { name, kind } = shown;
    return [{ party, name, kind, before: toFigures(from), after: toFigures(to) }];
  });
  return { before: countExposed(old), after: countExposed(now), changed };
}

/** Waves that could still be approved or sent as they are. */
const OPEN: ReadonlySet<WaveState> = new Set<WaveState>(['composed', 'approved', 'paused']);

export async function listDraftsAbout(store: Store, parties: ReadonlySet<string>): Promise<readonly DraftsChanged[]> {
  const found: DraftsChanged[] = [];
  if (parties.size === 0) return found;
  for (const { id, state } of await listWaves(store)) {
    if (!OPEN.has(state)) continue;
    const about = (await listNotices(store, id)).map(({ party }) => party).filter((party) => parties.has(party));
    if (about.length > 0) found.push({ wave: id, state, parties: [...new Set(about)] });
  }
  return found;
}

async function readNotified(store: Store, version: number): Promise<ReadonlyMap<string, PartyExposure>> {
  const parties = await readParties(store, version);
  return new Map(parties.filter(({ kind }) => kind !== 'list').map((party) => [party.party, party]));
}

function countExposed(parties: ReadonlyMap<string, PartyExposure>): number {
  return [...parties.values()].filter(({ messages }) => messages > 0).length;
}

const FIGURES = ['accessed', 'presumed', 'partial', 'possible', 'undetermined', 'messages'] as const;

function isSame(a: PartyFigures, b: PartyFigures): boolean {
  return FIGURES.every((figure) => a[figure] === b[figure]);
}

function toFigures(party: PartyExposure | undefined): PartyFigures | null {
  if (party === undefined) return null;
  const { accessed, presumed, partial, possible, undetermined, messages } = party;
  return { accessed, presumed, partial, possible, undetermined, messages };
}
