import type { Incident } from '@candor/core/evidence/incident';
import { now } from '../../adapters/clock.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
import type { Store } from '../../adapters/store.ts';
import { listReached } from '../../exposure/index.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { isCountedAlike, openValueKey, searchExposed } from '../../impact/index.ts';
import { countFindings, type FindingCounts } from '../../impact/store/count-findings.ts';
import { countJudgedCopies, type ExposedScope } from '../../impact/store/exposed-copies.ts';
import { forgetDamaged, forgetSearches } from '../../impact/store/found-rows.ts';
import type { JudgedVersion } from '../exposure/judge-version.ts';
import { toIncidentOf } from '../incident-place.ts';
import { readRunSummary } from '../run-summary.ts';
import { writeFindings } from '../write-exports.ts';

/**
 * Searches what a judged version exposes and was not searched before, and writes findings.jsonl. Null, and no file,
 * where the incident file switches it off.
 */
export async function searchVersion(state: StateFolder, judged: JudgedVersion): Promise<FindingCounts | null> {
  const { incident, roots, workers, progress, out } = judged.work;
  if (incident.findings.off) return null;
  const { mailboxesReached } = judged.outcome.exposure.alerts();
  const scope = toFindingScope(incident, judged.version, mailboxesReached);
  let step = progress.begin('findings', 'messages', null);
  await forgetDamaged(state.store);
  if (!(await isLastAsCounted(state.store, judged.last))) await forgetSearches(state.store);
  await searchExposed(state.store, {
    scope,
    settings: incident.findings,
    key: openValueKey(state),
    roots,
    spool: state.spool,
    workers,
    at: now(),
    onTotal: (messages) => {
      step = progress.begin('findings', 'messages', messages);
    },
    onMessages: (count) => step.advance(count),
  });
  step.end();
  await writeFindings(state.store, scope, out);
  return countFindings(state.store, scope);
}

/**
 * Whether the findings of the last version are those that its run counted. Where they are not, somebody altered them,
 * or a run with other settings was stopped: which it was nobody can tell, so all is searched again.
 */
async function isLastAsCounted(store: Store, last: StoredVersion | null): Promise<boolean> {
  if (last === null) return true;
  const { findings, alerts, copies } = readRunSummary(last);
  // Where evidence went away since, its findings are counted no more.
  const judged = Object.values(copies).reduce((sum, count) => sum + count, 0);
  if (findings === undefined || (await countJudgedCopies(store, last.version)) !== judged) return true;
  return isCountedAlike(store, toFindingScope(toIncidentOf(last), last.version, alerts.mailboxesReached), findings);
}

/** Which mail is searched: `seen` are the mailboxes with a record of the intruder. */
export function toFindingScope(incident: Incident, version: number, seen: readonly string[]): ExposedScope {
  return { version, reached: [...listReached(incident, seen)] };
}
