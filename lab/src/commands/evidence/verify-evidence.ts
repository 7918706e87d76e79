import { resolve } from 'node:path';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import {
  type ChangedEvidence,
  EvidenceComparison,
  type MoreChanged,
  toDigest,
  walkInOrder,
} from '../../evidence/index.ts';
import { listInputFiles, sumFileBytes } from '../../evidence/store/evidence-file-store.ts';
import { listWalkProblems } from '../../evidence/store/evidence-problem-store.ts';
import { isJudged, type KnownFile, listJudgedLogs, streamKnownFiles } from '../../evidence/store/judged-file-store.ts';
import { findIncidentFolder, toIncidentOf } from '../load-incident.ts';
import { requireLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';

export interface EvidenceVerification {
  readonly files: number;
  readonly bytes: number;
  readonly changed: readonly ChangedEvidence[];
  /** They count what `changed` does not list. */
  readonly more: readonly MoreChanged[];
}

/**
 * Digests every evidence file again and walks the mailboxes like a run; reports changed and added files. Streams walk
 * and store side by side in one order, so that no list is held.
 */
export async function verifyEvidence(state: StateFolder, progress: Progress): Promise<EvidenceVerification> {
  const { store } = state;
  const last = await requireLastVersion(state);
  const folder = await findIncidentFolder(state);
  const step = progress.begin('verify', 'bytes', await sumFileBytes(store));
  const ended = await isJudged(store);
  const comparison = new EvidenceComparison(await listWalkProblems(store), ended, (bytes) => step.advance(bytes));
  for (const known of await listInputs(store, ended ? null : last.version))
    await comparison.addInput(known, resolve(folder, known[0].path));
  for (const { custodian, evidence } of toIncidentOf(last).mailboxes) {
    const known = streamKnownFiles(store, custodian, last.version);
    await comparison.addMailbox(evidence, known, walkInOrder(evidence, resolve(folder, evidence)));
  }
  step.end();
  return { files: comparison.files, bytes: comparison.bytes, ...comparison.toChanged() };
}

/**
 * Of logs, folder lists and the directory; `judged` is the version from which the logs are known that a stopped run had
 * begun to read again, or forgotten.
 */
async function listInputs(store: Store, judged: number | null): Promise<[KnownFile, ...KnownFile[]][]> {
  const rows = await listInputFiles(store);
  const logs = new Map<string, [KnownFile, ...KnownFile[]]>();
  for (const { path, sha256 } of judged === null ? [] : await listJudgedLogs(store, judged)) {
    const file = { path, raw: null, size: null, sha256, isNow: false };
    const same = logs.get(path);
    if (same === undefined) logs.set(path, [file]);
    else same.push(file);
  }
  const inputs: [KnownFile, ...KnownFile[]][] = [];
  for (const { path, purpose, size, sha256, rows: read } of rows) {
    if (purpose === 'access' && read === null && logs.has(path)) continue;
    if (purpose === 'access') logs.delete(path);
    inputs.push([{ path, raw: null, size, sha256: toDigest(sha256), isNow: true }]);
  }
  return [...inputs, ...logs.values()];
}
