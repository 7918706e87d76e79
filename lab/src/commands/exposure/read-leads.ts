import { type ChosenLead, chooseLeads, type Lead } from '@candor/core/exposure/lead';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readSignIns, type SignInReading } from '../../evidence/import/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { requireLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';
import { tallyLeads } from './tally-leads.ts';

/** What the log itself proposes to decide. */
export interface Leads {
  readonly organization: string;
  readonly incident: string;
  readonly version: number;
  /** These are ambiguous and nobody has accepted them. */
  readonly undecided: number;
  readonly logs: readonly SignInReading[];
  /** The most suspicious comes first. */
  readonly first: readonly ChosenLead[];
  /** The one with most undecided records comes first. */
  readonly all: readonly Lead[];
}

/**
 * Labels every record of a state by the incident file as it is now, and gathers what records have in common.
 * @throws Refusal when there is no state, no version, no incident file, or a log cannot be read.
 */
export async function readLeads(state: StateFolder, logs: readonly string[], progress: Progress): Promise<Leads> {
  const last = await requireLastVersion(state);
  const { store } = state;
  const { incident } = await loadIncidentNow(store);
  const tally = await tallyLeads(store, incident, progress);
  const readings: SignInReading[] = [];
  for (const log of logs) readings.push(await readSignIns(log, (signIn) => tally.addSignIn(signIn)));
  const all = tally.list();
  return {
    organization: incident.organization.name,
    incident: incident.incident,
    version: last.version,
    undecided: tally.undecided,
    logs: readings,
    first: chooseLeads(all, tally.listGroups()),
    all,
  };
}
