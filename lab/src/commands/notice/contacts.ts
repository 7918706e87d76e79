import { toCsvLine } from '@candor/core/impact/exchange';
import type { Ladder } from '@candor/core/notice/contact';
import { toHarmlessCell } from '@candor/core/review/opened';
import { privateMode, writeDurableFile } from '../../adapters/files/durable-file.ts';
import { now } from '../../adapters/process/clock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { compareExposure } from '../../impact/index.ts';
import {
  type ContactTrust,
  listGuessed,
  type ReachableParty,
  readLadderKnowledge,
  readReachable,
  toHistory,
  toLadder,
} from '../../notice/contacts/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';

/** Columns read by `contacts import` first; the others are for people. */
const COLUMNS = ['party', 'contact', 'contact_role', 'language', 'name', 'messages', 'guessed'] as const;

export interface ContactsView {
  readonly party: string;
  readonly ladder: Ladder;
  readonly history: readonly { readonly address: string; readonly state: string; readonly answered: boolean }[];
}

/** The ladder of a party, rung by rung, with what cannot be used and why. */
export async function showContacts(state: StateFolder, name: string): Promise<ContactsView> {
  const { store } = state;
  const last = await requireLastVersion(state);
  const party = await findStoredParty(store, last.version, name);
  const { incident } = await loadIncidentNow(store);
  const holds = await readHolds(store);
  const knowledge = await readLadderKnowledge(store, incident.organization.domains, holds, now());
  return { party: party.party, ladder: toLadder(party, knowledge), history: toHistory(party, knowledge) };
}

/** A party without a named contact. */
export interface UnnamedParty {
  readonly party: string;
  readonly name: string;
  readonly messages: number;
  /** What the ladder would try; empty where nothing is left but a letter or the telephone. */
  readonly guessed: readonly string[];
}

/** Through whom all parties are notified, counted. */
export interface ContactsCount {
  readonly parties: number;
  readonly trust: Readonly<Record<ContactTrust, number>>;
  /** They have guessed contacts or none; the most exposed comes first. */
  readonly unnamed: readonly UnnamedParty[];
}

export async function countContacts(state: StateFolder): Promise<ContactsCount> {
  const reachable = await readReachableNow(state);
  const trust = { named: 0, own: 0, guessed: 0, none: 0 };
  for (const party of reachable) trust[party.trust] += 1;
  return { parties: reachable.length, trust, unnamed: listUnnamed(reachable) };
}

async function readReachableNow(state: StateFolder): Promise<readonly ReachableParty[]> {
  const version = await requireLastVersion(state);
  const { incident } = await loadIncidentNow(state.store);
  return readReachable(state.store, incident, version, now());
}

function listUnnamed(reachable: readonly ReachableParty[]): readonly UnnamedParty[] {
  return reachable
    .filter(({ trust }) => trust === 'guessed' || trust === 'none')
    .sort((a, b) => compareExposure(a.party.exposure, b.party.exposure))
    .map(({ party: { party, exposure }, ladder }) => ({
      party,
      name: exposure.name,
      messages: exposure.messages,
      guessed: listGuessed(ladder).map(({ address }) => address),
    }));
}

interface ExportedContacts {
  readonly file: string;
  readonly parties: number;
  readonly of: number;
}

/**
 * Writes the parties without a contact as a list to fill in (docs/formats/contacts-csv.md). Names and ids are foreign:
 * no cell is a formula, and `contacts import` reads each id back.
 */
export async function exportContacts(state: StateFolder, out: string): Promise<ExportedContacts> {
  const { parties, unnamed } = await countContacts(state);
  writeDurableFile(out, toContactList(unnamed), privateMode);
  return { file: out, parties: unnamed.length, of: parties };
}

export function toContactList(unnamed: readonly UnnamedParty[]): string {
  const rows = unnamed.map(({ party, name, messages, guessed }) =>
    toCsvLine([
      toHarmlessCell(party),
      '',
      '',
      '',
      toHarmlessCell(name),
      messages,
      guessed.map(toHarmlessCell).join(' '),
    ]),
  );
  return [toCsvLine([...COLUMNS]), ...rows].join('');
}
