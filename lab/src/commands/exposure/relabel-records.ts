import { Exposure } from '@candor/core/exposure';
import type { Incident } from '@candor/core/incident';
import type { ExportDigests } from '../../adapters/files/export-file.ts';
import { readExposureReference } from '../../adapters/files/reference-files.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readAccessFiles } from '../../evidence/store/audit-file-store.ts';
import {
  dropForeignCovers,
  ExposureCount,
  type LabelledBatch,
  labelRecords,
  readFileFindings,
} from '../../exposure/index.ts';
import type { Progress } from '../progress.ts';
import { type ExportFolder, openExport } from '../write-exports.ts';

/** Facts from the records, recomputed without stored results. */
export interface Relabelled {
  /** It has learnt and gathered every record: it knows gaps and alerts, and judges no copy. */
  readonly exposure: Exposure;
  readonly count: ExposureCount;
  readonly digests: ExportDigests;
}

/** Relabels every record of a state with an incident file, and writes records.jsonl. `watch` sees every batch. */
export async function relabelRecords(
  store: Store,
  incident: Incident,
  out: ExportFolder,
  progress: Progress,
  watch: (exposure: Exposure) => (batch: readonly LabelledBatch[]) => void = () => () => undefined,
): Promise<Relabelled> {
  const step = progress.begin('records', 'records', null);
  const records = openExport(out, 'records.jsonl');
  const judged = await dropForeignCovers(store, incident);
  const exposure = new Exposure(judged, readExposureReference(), await readFileFindings(store));
  const count = new ExposureCount();
  const see = watch(exposure);
  await labelRecords(store, exposure, {
    incident,
    records,
    files: await readAccessFiles(store),
    cited: null,
    onLabelled: (batch) => {
      for (const { record, labelled } of batch) count.addRecord(record, labelled);
      see(batch);
      step.advance(batch.length);
    },
  });
  step.end();
  return { exposure, count, digests: records.end() };
}
