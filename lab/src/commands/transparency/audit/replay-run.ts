import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { Refusal } from '@candor/core/base';
import type { EffectRow } from '@candor/core/ledger/decision';
import type { AuditDifference, Unreplayed } from '@candor/core/transparency/audit';
import { LaidOutIncident } from '../../../adapters/files/evidence-links.ts';
import { inspectPath, readBytes } from '../../../adapters/files/files.ts';
import { readIncidentOnce } from '../../../adapters/files/incident-reading.ts';
import { openStateForWriting } from '../../../adapters/store/state-folder.ts';
import { redecide } from '../../../ledger/decision/index.ts';
import { insertEffectRows } from '../../../ledger/store/effect-store.ts';
import type { OpenedAudit } from '../../../transparency/audit/index.ts';
import type { Progress } from '../../progress.ts';
import { runIncident } from '../../run-incident.ts';

export interface ReplayPlace {
  /** The evidence, as the folder of the incident file had it. */
  readonly evidence: string;
  /** An empty folder. */
  readonly work: string;
  readonly workers: number;
  readonly progress: Progress;
}

/** A run that was done again from the inputs of an export. */
export interface ReplayedRun {
  readonly state: string;
  readonly laidOut: LaidOutIncident;
  /** Name of the incident file. */
  readonly incidentFile: string;
  /** What the incident file names and nobody has: an empty file or folder was read in its place. */
  readonly stoodIn: ReadonlySet<string>;
  readonly differences: readonly AuditDifference[];
  readonly unreplayed: readonly Unreplayed[];
}

/**
 * Lays the incident out as it was, and runs it in a state of its own, with what people had decided before that run.
 * @throws Refusal for an incident file that the export no longer has.
 */
export async function replayRun(
  audit: OpenedAudit,
  { evidence, work, workers, progress }: ReplayPlace,
  decided: readonly EffectRow[],
): Promise<ReplayedRun> {
  const differences: AuditDifference[] = [];
  const unreplayed: Unreplayed[] = [];
  const stoodIn = new Set<string>();
  const laidOut = new LaidOutIncident(resolve(work, 'incident'), evidence);
  const input = audit.head.inputs.find(({ purpose }) => purpose === 'incident');
  const bytes = input?.part == null ? null : audit.readPart(input.part);
  if (input === undefined || bytes === null)
    throw new Refusal('inputs-erased', [
      'the incident file of this wave was erased before it was exported: nothing can be computed again',
    ]);
  const incidentFile = basename(input.path);
  const incident = laidOut.rewrite(incidentFile, bytes);
  const reading = readIncidentOnce(Buffer.from(bytes).toString('utf8'), incidentFile);
  if (reading.incident === null) throw new Refusal('invalid-incident', reading.advice);
  const kept = new Map(audit.head.inputs.map((one) => [one.path, one]));
  const named = [...new Map(reading.paths.map((one) => [one.path, one])).values()];
  for (const { path, what } of named.toSorted((a, b) => a.path.length - b.path.length)) {
    const found = laidOut.link(path);
    const own = kept.get(path);
    if (found === 'missing' && own?.part == null) {
      const isExpected = audit.evidence.some((file) => file.path === path || file.path.startsWith(`${path}/`));
      if (!isExpected)
        unreplayed.push({
          what: path,
          why: 'the incident file names it, and neither the export nor the evidence folder has it',
        });
      laidOut.standIn(path, what === 'evidence');
      stoodIn.add(path);
    }
    if (found === 'outside') unreplayed.push({ what: path, why: 'its path leads out of the evidence folder' });
    if (own === undefined) continue;
    const part = own.part === null ? null : audit.readPart(own.part);
    if (part === null)
      unreplayed.push({
        what: path,
        why: 'its bytes are not in the export: they were erased, or too large to be kept',
      });
    else if (laidOut.write(path, part) === null && digestPlace(laidOut, path) !== own.sha256)
      differences.push({
        is: 'input',
        place: path,
        text: 'the evidence folder has another one than the version followed from',
      });
  }
  const state = resolve(work, 'state');
  const opened = await openStateForWriting(state);
  try {
    await opened.store.durableTransaction(() =>
      redecide(opened.store, (deciding) => insertEffectRows(deciding, decided)),
    );
  } finally {
    await opened.close();
  }
  await runIncident({ incident, state, out: null, workers, accept: [], progress });
  return { state, laidOut, incidentFile, stoodIn, differences, unreplayed };
}

function digestPlace({ folder }: LaidOutIncident, path: string): string | null {
  const place = resolve(folder, path);
  return inspectPath(place).is === 'file' ? createHash('sha256').update(readBytes(place)).digest('hex') : null;
}
