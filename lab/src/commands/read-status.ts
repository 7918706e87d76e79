import type { Problem } from '@candor/core/base';
import { readFact } from '../adapters/state-fact.ts';
import { withLastVersion } from './open-version.ts';
import type { RunSummary } from './run-summary.ts';

export interface Status {
  readonly summary: RunSummary;
  readonly problems: readonly Problem[];
  /** Absolute path of the incident file that was run. */
  readonly incidentFile: string;
}

/** The newest complete version's summary. */
export function readStatus(statePath: string): Promise<Status> {
  return withLastVersion(statePath, async (state, last) => ({
    summary: JSON.parse(last.summary) as RunSummary,
    problems: last.problems,
    incidentFile: (await readFact(state.store, 'incident-file')) ?? 'incident.yaml',
  }));
}
