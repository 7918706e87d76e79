import { join } from 'node:path';
import { Exposure } from '@candor/core/exposure';
import { readReferenceList, type UnresolvedEntry } from '@candor/core/impact';
import { moveFiles, removeLeftFolders, withTemporaryFolder } from '../adapters/files.ts';
import { makeFolder } from '../adapters/make-folder.ts';
import { readReferenceFile } from '../adapters/reference-files.ts';
import type { Store } from '../adapters/store.ts';
import type { StoredVersion } from '../exposure/exposure-store.ts';
import { readAccessFiles, readFileFindings } from '../exposure/file-findings.ts';
import { labelRecords } from '../exposure/label-records.ts';
import { readParties } from '../impact/count-impact.ts';
import { readCustody } from './evidence/list-evidence.ts';
import { assertAsJudged, assertCounted } from './exposure/assert-as-judged.ts';
import { toIncidentOf } from './incident-place.ts';
import { withLastVersion } from './open-version.ts';
import type { Progress } from './progress.ts';
import {
  EXPORT_NAMES,
  openExport,
  writeCustody,
  writeExposure,
  writeParties,
  writeProblems,
  writeSummary,
  writeUnresolved,
} from './write-exports.ts';

/** Below the folder of the exports, while they are written; a name of its own for each of several commands at once. */
const HELD_FOLDER = '.candor-export-';

/**
 * Writes the exports of the newest version from the store, the same bytes as `candor run --out` wrote; labels are computed again from the records.
 * Gives the paths that were written.
 * @throws Refusal `exposure-differs` when the state is not what was judged.
 */
export function exportResults(
  statePath: string,
  out: string,
  only: 'records.jsonl' | null,
  progress: Progress,
): Promise<string[]> {
  return withLastVersion(statePath, async ({ store }, last) => {
    // Under their names, among those of an earlier export, stands nothing that was not compared with what was judged.
    makeFolder(out);
    removeLeftFolders(out, HELD_FOLDER);
    return withTemporaryFolder(
      async (held) => {
        const names = await writeAll(store, last, held, only, progress);
        moveFiles(held, out, names);
        return names.map((name) => join(out, name));
      },
      join(out, HELD_FOLDER),
    );
  });
}

async function writeAll(
  store: Store,
  last: StoredVersion,
  out: string,
  only: 'records.jsonl' | null,
  progress: Progress,
): Promise<readonly string[]> {
  const incident = toIncidentOf(last);
  const step = progress.begin('records', 'records', null);
  const records = openExport(out, 'records.jsonl');
  const exposure = new Exposure(
    incident,
    {
      providerRanges: readReferenceList(readReferenceFile('provider-ranges.txt')),
      firstPartyApps: readReferenceList(readReferenceFile('first-party-apps.txt')),
    },
    await readFileFindings(store),
  );
  const files = await readAccessFiles(store);
  await labelRecords(store, exposure, {
    incident,
    records,
    files,
    onLabelled: (batch) => step.advance(batch.length),
  });
  const labelled = records.end();
  step.end();
  if (only === null) {
    const judged = await writeExposure(store, incident, last.version, out);
    const unresolved = await store.db
      .selectFrom('exposure_unresolved')
      .select(['what', 'value', 'count', 'reason'])
      .where('version', '=', last.version)
      .execute();
    const unfound = writeUnresolved(unresolved as UnresolvedEntry[], out);
    assertAsJudged(last, { exposure: judged, unresolved: unfound, records: labelled });
    await assertCounted(store, last);
    writeParties(await readParties(store, last.version), out);
    writeProblems(last.problems, out);
    writeCustody(await readCustody(store, incident), out);
    writeSummary(JSON.parse(last.summary), out);
  }
  return only === null ? EXPORT_NAMES : [only];
}
