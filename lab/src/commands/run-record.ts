import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { formatInstant } from '@candor/core/base';
import type { ControlOutcome } from '@candor/core/impact/findings';
import type { ClockSettings } from '@candor/core/incident';
import { openJournal, readJournal } from '../adapters/files/append-journal.ts';
import { readBytes } from '../adapters/files/files.ts';
import { Prober } from '../adapters/net/prober.ts';
import { now, readTimeZone } from '../adapters/process/clock.ts';
import {
  isBoolean,
  isNumber,
  isText,
  isTexts,
  listOf,
  oneOf,
  optional,
  orNull,
  readShape,
  shapeOf,
} from '../adapters/store/stored-json.ts';
import { ESCAPE_KINDS, findWall, isEscapeKind, type WallTrial } from '../evidence/wall/index.ts';
import type { RunSummary } from './run-summary.ts';

/** Custody of one run: on which machine's clock, by which program, behind which wall. Appended, never changed. */
export interface RunRecord {
  readonly v: 2;
  readonly at: string;
  readonly version: number;
  /** Time zone of the machine. */
  readonly zone: string;
  /** Seconds that the configured time source is ahead; null: there is none, or it could not be asked. */
  readonly clockOffset: number | null;
  /** The configured time source, and why it gave no time; null or missing: none is configured. */
  readonly clock?: { readonly source: string; readonly fault: string | null } | null;
  /** Control messages of this run's findings: how many were tried, and which were not found; null: none were. */
  readonly controls?: ControlOutcome | null;
  /** SHA-256 of the program's file. */
  readonly program: string;
  readonly node: string;
  /** Of the processes that read mail, as this run tried it. */
  readonly wall: WallTrial;
}

/** Of a program that tried no more of the wall than whether a network namespace can be made. */
type FormerRecord = Omit<RunRecord, 'v' | 'wall'> & { readonly v: 1; readonly networkWall: boolean };

const JOURNAL = 'runs.jsonl';

const common = {
  at: isText,
  version: isNumber,
  zone: isText,
  clockOffset: orNull(isNumber),
  clock: optional(orNull(shapeOf({ source: isText, fault: orNull(isText) }))),
  controls: optional(orNull(shapeOf({ tried: isNumber, missed: isTexts }))),
  program: isText,
  node: isText,
};
const isFormerRecord = shapeOf<FormerRecord>({ ...common, v: oneOf(1), networkWall: isBoolean });
const isRunRecord = shapeOf<RunRecord>({
  ...common,
  v: oneOf(2),
  wall: shapeOf<WallTrial>({
    way: oneOf('namespaces', 'bubblewrap', 'network', 'permissions'),
    gotOut: listOf(isEscapeKind),
    untried: listOf(isEscapeKind),
    refused: orNull(isText),
  }),
});

/** After a run that ended well. */
export async function appendRunRecord(
  statePath: string,
  { version, findings }: Pick<RunSummary, 'version' | 'findings'>,
  clock: ClockSettings | null,
): Promise<void> {
  const record: RunRecord = {
    v: 2,
    at: formatInstant(now()),
    version,
    zone: readTimeZone(),
    ...(await readClock(clock)),
    controls: findings?.controls ?? null,
    program: digestProgram(),
    node: process.version,
    wall: (await findWall()).trial,
  };
  const journal = openJournal(join(statePath, JOURNAL));
  try {
    journal.append([JSON.stringify(record)]);
  } finally {
    journal.close();
  }
}

/** Asked by the process that may reach the network, and only where the incident file names a source. */
async function readClock(clock: ClockSettings | null): Promise<Pick<RunRecord, 'clockOffset' | 'clock'>> {
  if (clock === null) return { clockOffset: null, clock: null };
  const { source, host, port } = clock;
  const prober = new Prober({ resolvers: [], loopback: null });
  try {
    const answer = await prober.askTime({ host, port });
    return answer.is === 'offset'
      ? { clockOffset: answer.seconds, clock: { source, fault: null } }
      : { clockOffset: null, clock: { source, fault: answer.text } };
  } finally {
    prober.close();
  }
}

/** Oldest first; a line that cannot be read is left out. */
export function readRunRecords(statePath: string): readonly RunRecord[] {
  return readJournal(join(statePath, JOURNAL)).flatMap((line) => {
    const former = readShape(isFormerRecord, line);
    return former === null ? (readShape(isRunRecord, line) ?? []) : toRunRecord(former);
  });
}

function toRunRecord({ networkWall, ...record }: FormerRecord): RunRecord {
  const way = networkWall ? 'network' : 'permissions';
  return { ...record, v: 2, wall: { way, gotOut: [], untried: ESCAPE_KINDS, refused: null } };
}

/** What the time source said of this machine's clock. */
export function toClockWords({ clockOffset, clock }: Pick<RunRecord, 'clockOffset' | 'clock'>): string {
  if (clock == null) return 'no time source to compare with';
  if (clockOffset === null) return `time source ${clock.source} could not be asked: ${clock.fault ?? 'unknown'}`;
  return `clock ${Math.abs(clockOffset)} s ${clockOffset < 0 ? 'ahead of' : 'behind'} ${clock.source}`;
}

function digestProgram(): string {
  const [, program] = process.argv;
  if (program === undefined) return '';
  return createHash('sha256').update(readBytes(program)).digest('hex');
}
