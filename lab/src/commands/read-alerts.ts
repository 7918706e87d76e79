import type { NewAlerts, SuggestedSession } from '@candor/core/exposure/alert';
import { type CitedRecord, citeRecord } from './exposure/explain-copies.ts';
import { withLastVersion } from './open-version.ts';
import { readRunSummary } from './run-summary.ts';

export interface ShownAlerts {
  /** The intruder's records after containment; the first of them. */
  readonly afterContainment: readonly CitedRecord[];
  readonly afterContainmentCount: number;
  /** Sessions and mailboxes that the superseded version did not have. */
  readonly fresh: NewAlerts;
  readonly suggestedSessions: readonly SuggestedSession[];
}

/** Records that are shown one by one. */
const recordsLimit = 100;

/** Is the intruder still there? And which sessions look like its own? With the records behind it. */
export function readAlerts(statePath: string): Promise<ShownAlerts> {
  return withLastVersion(statePath, async ({ store }, last) => {
    const { alerts, fresh } = readRunSummary(last);
    const cited = alerts.afterContainment.records.slice(0, recordsLimit);
    return {
      afterContainment: await Promise.all(cited.map((id) => citeRecord(store, last.version, id))),
      afterContainmentCount: alerts.afterContainment.count,
      fresh,
      suggestedSessions: alerts.suggestedSessions,
    };
  });
}
