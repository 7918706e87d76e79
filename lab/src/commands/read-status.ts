import type { Problem } from '@candor/core/base';
import { withLastVersion } from './open-version.ts';
import type { RunSummary } from './run-summary.ts';

export interface Status {
  readonly summary: RunSummary;
  readonly problems: readonly Problem[];
}

/** The newest complete version's summary. */
export function readStatus(statePath: string): Promise<Status> {
  return withLastVersion(statePath, async (_, last) => ({
    summary: JSON.parse(last.summary) as RunSummary,
    problems: last.problems,
  }));
}
