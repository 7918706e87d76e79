import type { LeadTally } from '@candor/core/exposure/lead';
import type { Incident } from '@candor/core/incident';
import type { Store } from '../../adapters/store/store.ts';
import type { Progress } from '../progress.ts';
import { relabelRecords } from './relabel-records.ts';

/** Labels every record of a state with an incident file, and gathers what they have in common. */
export async function tallyLeads(store: Store, incident: Incident, progress: Progress): Promise<LeadTally> {
  let tally: LeadTally | null = null;
  const { exposure } = await relabelRecords(store, incident, null, progress, (labelling) => {
    const opened = labelling.openLeads();
    tally = opened;
    return (batch) => {
      for (const { record, labelled } of batch) opened.add(record.actorId, record, labelled);
    };
  });
  // A state without one record labels no batch.
  return tally ?? exposure.openLeads();
}
