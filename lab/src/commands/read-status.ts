import { Refusal } from '@candor/core/base';
import { readFact } from '../adapters/state-fact.ts';
import { openStateForReading } from '../adapters/state-folder.ts';
import { findLastVersion } from '../exposure/exposure-store.ts';
import type { RunSummary } from './run-summary.ts';

export interface Status {
  readonly summary: RunSummary;
  /** As it was given to the run. */
  readonly incidentFile: string;
}

/** The newest complete version's summary. Refuses while there is none. */
export async function readStatus(statePath: string): Promise<Status> {
  const state = await openStateForReading(statePath);
  try {
    const last = await findLastVersion(state.store);
    if (last === null) {
      throw new Refusal('unfinished', [
        `${statePath}: no run has ended here yet; \`candor run <incident.yaml>\` goes on where the last one was`,
      ]);
    }
    const incidentFile = (await readFact(state.store, 'incident-file')) ?? 'incident.yaml';
    return { summary: JSON.parse(last.summary) as RunSummary, incidentFile };
  } finally {
    await state.close();
  }
}
