import { join } from 'node:path';
import { moveFiles, removeStaleFolders, withTemporaryFolder } from '../adapters/files/files.ts';
import { makeFolder } from '../adapters/files/make-folder.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';
import { readParties } from '../impact/store/party-store.ts';
import { readCustody } from './evidence/list-evidence.ts';
import { assertAsJudged } from './exposure/assert-as-judged.ts';
import { relabelRecords } from './exposure/relabel-records.ts';
import { toFindingScope } from './impact/scan-findings.ts';
import { toIncidentOf } from './load-incident.ts';
import { requireLastVersion } from './open-version.ts';
import type { Progress } from './progress.ts';
import { readRunSummary } from './run-summary.ts';
import {
  EXPORT_NAMES,
  writeCustody,
  writeFindings,
  writeParties,
  writeProblems,
  writeSummary,
} from './write-exports.ts';

/** Inside the export folder while writing; unique for concurrent commands. */
const HELD_FOLDER = '.candor-export-';

/**
 * Writes the exports of the newest version from the store, the same bytes as `candor run --out` wrote; labels are
 * computed again from the records. Gives the paths that were written.
 * @throws Refusal `exposure-differs` when the state is not what was judged.
 */
export async function exportResults(
  state: StateFolder,
  out: string,
  only: 'records.jsonl' | null,
  progress: Progress,
  /** The files are about to take their places: from here on nothing can be stopped. */
  onPlacing: () => void = () => undefined,
): Promise<string[]> {
  const last = await requireLastVersion(state);
  // Only files compared with what was judged appear under their names, among those of an earlier export.
  makeFolder(out);
  removeStaleFolders(out, HELD_FOLDER);
  return withTemporaryFolder(
    async (held) => {
      const names = await writeAll(state.store, last, held, only, progress);
      onPlacing();
      moveFiles(held, out, names);
      return names.map((name) => join(out, name));
    },
    join(out, HELD_FOLDER),
  );
}

async function writeAll(
  store: Store,
  last: StoredVersion,
  out: string,
  only: 'records.jsonl' | null,
  progress: Progress,
): Promise<readonly string[]> {
  const incident = toIncidentOf(last);
  if (only !== null) {
    await relabelRecords(store, incident, out, progress);
    return [only];
  }
  await assertAsJudged(store, last, out, progress);
  writeParties(await readParties(store, last.version), out);
  writeProblems(last.problems, out);
  writeCustody(await readCustody(store, incident), out);
  writeSummary(JSON.parse(last.summary), out);
  const summary = readRunSummary(last);
  // A run that searched nothing wrote no file: an empty one would say that nothing was found.
  if (summary.findings === undefined) return EXPORT_NAMES.filter((name) => name !== 'findings.jsonl');
  await writeFindings(store, toFindingScope(incident, last.version, summary.alerts.mailboxesReached), out);
  return EXPORT_NAMES;
}
