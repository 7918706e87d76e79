import { CAUSES, type Cause, type Change, type Deciding, narrowCauses } from '@candor/core/exposure/explain';
import { mayGive } from '@candor/core/exposure/verdict';
import { readIncident, toExposureInputs } from '@candor/core/incident';
import type { Store } from '../../adapters/store/store.ts';
import { findRecordTimes } from '../../exposure/store/record-store.ts';
import { readJudgedFiles, streamReasons } from '../../exposure/store/verdict-store.ts';
import { readReasons } from '../../exposure/store/verdict-writer.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { toIncidentOf } from '../load-incident.ts';

/** A change with what may have caused it. */
export type CausedChange = Change & { readonly causes: readonly Cause[] };

interface JudgedCopy {
  readonly deciding: readonly { readonly records: readonly string[]; readonly gaps: number }[];
  /** The file's digest; it is null when unknown. */
  readonly file: string | null;
}

/** By what two versions differ at all. `evidence`: logs, folder lists, or files of mailboxes. */
export async function findPossibleCauses(
  store: Store,
  before: StoredVersion,
  after: StoredVersion,
): Promise<ReadonlySet<Cause>> {
  const [logsBefore, logsAfter] = [before, after].map(({ inputs }) =>
    JSON.stringify([inputs.accessFiles ?? null, inputs.folderLists]),
  );
  const [filesBefore, filesAfter] = [
    await readJudgedFiles(store, before.version),
    await readJudgedFiles(store, after.version),
  ];
  const hasSameFiles = filesBefore.size === filesAfter.size && [...filesBefore].every((file) => filesAfter.has(file));
  const differs: Record<Cause, boolean> = {
    rules: before.rules !== after.rules,
    evidence: logsBefore !== logsAfter || !hasSameFiles,
    'incident-file': toJudged(before) !== toJudged(after),
  };
  return new Set(CAUSES.filter((cause) => differs[cause]));
}

/** What the incident file says that a verdict may rest on; the directory moves parties, never a verdict. */
function toJudged({ inputs }: StoredVersion): string {
  const { incident } = readIncident(inputs.incidentText, 'incident.yaml');
  if (incident === null) return inputs.incidentText;
  const { directory: _, ...judged } = toExposureInputs(incident);
  return JSON.stringify(judged);
}

/** Each change with its causes. Reads a copy's reasons only where causes must be distinguished. */
export async function findCauses(
  store: Store,
  [before, after]: readonly [StoredVersion, StoredVersion],
  changes: readonly Change[],
  possible: ReadonlySet<Cause>,
): Promise<CausedChange[]> {
  const all = CAUSES.filter((cause) => possible.has(cause));
  if (all.length < 2) return changes.map((change) => ({ ...change, causes: all }));
  const wanted = new Set(changes.map(toKey));
  const [old, now] = [await readCopies(store, before, wanted), await readCopies(store, after, wanted)];
  const [oldFiles, nowFiles] = [
    await readJudgedFiles(store, before.version),
    await readJudgedFiles(store, after.version),
  ];
  const [inOld, inNow] = [await findRecords(store, before.version, now), await findRecords(store, after.version, old)];
  return changes.map((change) => {
    const key = toKey(change);
    // For a raised verdict the reasons are in the later version, for a lowered one in the earlier.
    const isLater = change.change === 'rose' || change.change === 'appeared';
    const copy = (isLater ? now : old).get(key) ?? null;
    const otherFiles = isLater ? oldFiles : nowFiles;
    const shared = isLater ? inOld : inNow;
    const causes = narrowCauses(possible, change, {
      isInBothFiles: copy?.file == null ? null : otherFiles.has(copy.file),
      deciding: copy === null ? null : toDeciding(copy, shared),
    });
    return { ...change, causes };
  });
}

const toKey = ({ custodian, location }: { readonly custodian: string; readonly location: string }): string =>
  `${custodian}\n${location}`;

function toDeciding({ deciding }: JudgedCopy, shared: ReadonlySet<string>): Deciding {
  const records = deciding.flatMap((reason) => reason.records);
  const hasGaps = deciding.some(({ gaps }) => gaps > 0);
  return {
    restsOnSharedRecords: records.length > 0 && !hasGaps && records.every((id) => shared.has(id)),
    citesOwnRecord: records.some((id) => !shared.has(id)),
  };
}

/** The wanted copies of a version with the reasons that decided their verdicts. */
async function readCopies(
  store: Store,
  version: StoredVersion,
  wanted: ReadonlySet<string>,
): Promise<Map<string, JudgedCopy>> {
  const { policy } = toIncidentOf(version);

  const copies = new Map<string, JudgedCopy>();
  for await (const { custodian, location, verdict, reasons, file } of streamReasons(store, version.version)) {
    const key = toKey({ custodian, location });
    if (!wanted.has(key)) continue;
    const deciding = readReasons(reasons, location)
      .filter(({ code }) => mayGive(code, verdict, policy))
      .map(({ records, gaps }) => ({ records, gaps: gaps.length }));
    copies.set(key, { deciding, file });
  }
  return copies;
}

/** Which of the records that copies rest on a version has. */
async function findRecords(
  store: Store,
  version: number,
  copies: ReadonlyMap<string, JudgedCopy>,
): Promise<ReadonlySet<string>> {
  const ids = [...copies.values()].flatMap(({ deciding }) => deciding.flatMap(({ records }) => records));
  return new Set((await findRecordTimes(store, version, ids)).keys());
}
