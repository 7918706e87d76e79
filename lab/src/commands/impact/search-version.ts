import type { Incident } from '@candor/core/evidence/incident';
import { now } from '../../adapters/clock.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
import { listReached } from '../../exposure/index.ts';
import { openValueKey, searchExposed } from '../../impact/index.ts';
import { countFindings, type FindingCounts } from '../../impact/store/count-findings.ts';
import type { ExposedScope } from '../../impact/store/exposed-copies.ts';
import type { JudgedVersion } from '../exposure/judge-version.ts';
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

/** Which mail is searched: `seen` are the mailboxes with a record of the intruder. */
export function toFindingScope(incident: Incident, version: number, seen: readonly string[]): ExposedScope {
  return { version, reached: [...listReached(incident, seen)] };
}
