import { createHash } from 'node:crypto';
import type { Problem } from '@candor/core/base';
import type { ImpactResult } from '@candor/core/impact';
import { applyCuration } from '@candor/core/impact/curation';
import type { UnresolvedEntry } from '@candor/core/impact/exchange';
import type { Incident } from '@candor/core/incident';
import type { ExportDigests } from '../../adapters/files/export-file.ts';
import { readExposureReference } from '../../adapters/files/reference-files.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import type { Arrival } from '../../evidence/store/arrival-store.ts';
import { readAccessFiles } from '../../evidence/store/audit-file-store.ts';
import { countCopies } from '../../evidence/store/known-shards.ts';
import { type ExposureOutcome, judgeExposure, openTextReaders, settleArrivals } from '../../exposure/index.ts';
import {
  dropVersion,
  findLastVersion,
  type StoredVersion,
  type VersionInputs,
} from '../../exposure/store/version-store.ts';
import { countImpact, readImpactInputs } from '../../impact/index.ts';
import { findLastCuration, readCuration } from '../../impact/store/curation-store.ts';
import { insertUnresolved } from '../../impact/store/unresolved-store.ts';
import type { Progress } from '../progress.ts';
import { toTenantProblems } from '../tenant-problems.ts';
import { openExport, writeExposure, writeParties, writeUnresolved } from '../write-exports.ts';

export interface VersionWork {
  readonly incident: Incident;
  /** Name of the incident file, without folder. */
  readonly incidentFile: string;
  /** Absolute; paths of the incident are relative to it. */
  readonly folder: string;
  readonly warnings: readonly Problem[];
  readonly inputs: VersionInputs;
  /** Of inputs that could not be read. */
  readonly inputProblems: readonly Problem[];
  readonly inputDigest: string;
  readonly rules: string;
  /** What reader processes may open. */
  readonly roots: readonly string[];
  /** Mailboxes as this run found them. */
  readonly mailboxes: readonly Arrival[];
  readonly workers: number;
  readonly out: string | null;
  readonly progress: Progress;
}

/** A version that was judged and exported, not yet declared complete. */
export interface JudgedVersion {
  readonly work: VersionWork;
  readonly version: number;
  readonly last: StoredVersion | null;
  readonly outcome: ExposureOutcome;
  readonly impact: ImpactResult;
  readonly unresolved: readonly UnresolvedEntry[];
  readonly inputProblems: readonly Problem[];
  /** The last operation on parties that these were counted with; null before the first. */
  readonly curation: number | null;
  /** SHA-256 of the digests of exposure.jsonl, unresolved.jsonl and records.jsonl. */
  readonly digest: string;
  /**
   * The same of the files as they were written before escapes stood for what a terminal obeys: a version of then is no
   * other one.
   */
  readonly formerDigest: string;
}

/** Judges everything under the next version number and writes the exports that a version's digest is made of. */
export async function judgeVersion(state: StateFolder, work: VersionWork): Promise<JudgedVersion> {
  const { store } = state;
  const { incident, progress } = work;
  const last = await findLastVersion(store);
  const version = (last?.version ?? 0) + 1;
  await dropVersion(store, version);

  const { folderLists, problems } = readImpactInputs(incident, work.inputs);
  await settleArrivals(store, { incident, folderLists });
  const records = openExport(work.out, 'records.jsonl');
  const copies = await countCopies(store);
  const step = progress.begin('exposure', 'copies', copies);
  const texts = openTextReaders(store, {
    roots: work.roots,
    spool: state.spool,
    workers: work.workers,
    onBytes: () => undefined,
  });
  const outcome = await judgeExposure(store, {
    incident,
    version,
    reference: readExposureReference(),
    folderLists,
    records,
    files: await readAccessFiles(store),
    askTexts: texts.ask,
    onRecords: () => undefined,
    onCopies: (count) => step.advance(count),
  }).finally(() => texts.close());
  step.end();

  const { impact, curation } = await countParties(store, work, version);

  const unresolved: UnresolvedEntry[] = [
    ...outcome.unresolved.map((entry) => entry as UnresolvedEntry),
    ...impact.unresolvedAddresses.map((entry) => ({ what: 'address' as const, ...entry })),
  ];
  await insertUnresolved(store, version, unresolved);
  const { digest, former: formerDigest } = toVersionDigests({
    exposure: await writeExposure(store, incident, version, work.out),
    unresolved: writeUnresolved(unresolved, work.out),
    records: records.end(),
  });
  writeParties(impact.parties, work.out);
  const inputProblems = [...work.inputProblems, ...problems, ...toTenantProblems(impact.ownTenants, work.incidentFile)];
  return { work, version, last, outcome, impact, unresolved, inputProblems, curation, digest, formerDigest };
}

async function countParties(
  store: Store,
  { incident, inputs, progress }: VersionWork,
  version: number,
): Promise<Pick<JudgedVersion, 'impact' | 'curation'>> {
  const { reference, directory, folderLists } = readImpactInputs(incident, inputs);
  const operations = await readCuration(store);
  const step = progress.begin('impact', 'copies', await countCopies(store));
  const impact = await countImpact(store, {
    ...{ incident, version, directory, reference, folderLists },
    curation: applyCuration(operations),
    onCopies: (count) => step.advance(count),
  });
  step.end();
  return { impact, curation: operations.at(-1)?.sequence ?? null };
}

/** Counts the parties again where people merged or changed some while the run was at work. */
export async function countPartiesNow({ store }: StateFolder, judged: JudgedVersion): Promise<JudgedVersion> {
  if ((await findLastCuration(store)) === judged.curation) return judged;
  const counted = await countParties(store, judged.work, judged.version);
  writeParties(counted.impact.parties, judged.work.out);
  return { ...judged, ...counted };
}

/** What a version's digest is made of. */
export interface JudgedFiles {
  readonly exposure: ExportDigests;
  readonly unresolved: ExportDigests;
  readonly records: ExportDigests;
}

/**
 * The digest of a version: of the digests of exposure.jsonl, unresolved.jsonl and records.jsonl. `former` is the same
 * of the files as they were written before escapes stood for what a terminal obeys.
 */
export function toVersionDigests({ exposure, unresolved, records }: JudgedFiles): ExportDigests {
  const files = [exposure, unresolved, records];
  return { digest: digestAll(files.map((of) => of.digest)), former: digestAll(files.map((of) => of.former)) };
}

function digestAll(digests: readonly string[]): string {
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}
