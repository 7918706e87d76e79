import { type ChosenLead, chooseLeads, type Lead, type LeadTally } from '@candor/core/exposure/lead';
import { readSignIns, type SignInReading } from '../../evidence/import/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { withLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';
import { relabelRecords } from './relabel-records.ts';

/** What the log itself proposes to decide. */
export interface Leads {
  readonly organization: string;
  readonly incident: string;
  readonly version: number;
  /** Number of undecided records: ambiguous without an owner. */
  readonly undecided: number;
  /** Other logs that were read for leads. */
  readonly logs: readonly SignInReading[];
  /** The leads that settle most of them, in decision order. */
  readonly first: readonly ChosenLead[];
  /** Every one, those with most undecided records first. */
  readonly all: readonly Lead[];
}

/**
 * Labels every record of a state by the incident file as it is now, and gathers what records have in common.
 * @throws Refusal when there is no state, no version, no incident file, or a log cannot be read.
 */
export function readLeads(statePath: string, logs: readonly string[], progress: Progress): Promise<Leads> {
  return withLastVersion(statePath, async ({ store }, last) => {
    const { incident } = await loadIncidentNow(store);
    let tally: LeadTally | null = null;
    const { count } = await relabelRecords(store, incident, null, progress, (exposure) => {
      const opened = exposure.openLeads();
      tally = opened;
      return (batch) => {
        for (const { record, labelled } of batch) opened.add(record.actorId, record, labelled);
      };
    });
    const found = tally as LeadTally | null;
    const readings: SignInReading[] = [];
    for (const log of logs) readings.push(await readSignIns(log, (signIn) => found?.addSignIn(signIn)));
    const all = found?.list() ?? [];
    return {
      organization: incident.organization.name,
      incident: incident.incident,
      version: last.version,
      undecided: count.attribution.get('ambiguous/unattributed') ?? 0,
      logs: readings,
      first: chooseLeads(all, found?.listGroups() ?? []),
      all,
    };
  });
}
