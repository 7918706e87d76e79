import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { formatInstant } from '@candor/core/base';
import type { ClockSettings } from '@candor/core/evidence/incident';
import type { ControlOutcome } from '@candor/core/impact/findings';
import { openJournal, readJournal } from '../adapters/append-journal.ts';
import { now, readTimeZone } from '../adapters/clock.ts';
import { readBytes } from '../adapters/files.ts';
import { Prober } from '../adapters/prober.ts';
import {
  isBoolean,
  isNumber,
  isText,
  isTexts,
  optional,
  orNull,
  readShape,
  shapeOf,
} from '../adapters/store/stored-json.ts';
import { findNetworkWall } from '../evidence/wall/index.ts';
import type { RunSummary } from './run-summary.ts';

/** Custody of one run: on which machine's clock, by which program, behind which wall. Appended, never changed. */
export interface RunRecord {
  readonly v: 1;
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
  /** Readers were started in a network namespace of their own. */
  readonly networkWall: boolean;
}

const JOURNAL = 'runs.jsonl';

const isRunRecord = shapeOf<RunRecord>({
  v: (value): value is 1 => value === 1,
  at: isText,
  version: isNumber,
  zone: isText,
  clockOffset: orNull(isNumber),
  clock: optional(orNull(shapeOf({ source: isText, fault: orNull(isText) }))),
  controls: optional(orNull(shapeOf({ tried: isNumber, missed: isTexts }))),
  program: isText,
  node: isText,
  networkWall: isBoolean,
});

/** After a run that ended well. */
export async function appendRunRecord(
  statePath: string,
  { version, findings }: Pick<RunSummary, 'version' | 'findings'>,
  clock: ClockSettings | null,
): Promise<void> {
  const record: RunRecord = {
    v: 1,
    at: formatInstant(now()),
    version,
    zone: readTimeZone(),
    ...(await readClock(clock)),
    controls: findings?.controls ?? null,
    program: digestProgram(),
    node: process.version,
    networkWall: findNetworkWall().length > 0,
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
  return readJournal(join(statePath, JOURNAL)).flatMap((line) => readShape(isRunRecord, line) ?? []);
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
