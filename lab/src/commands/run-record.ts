import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { formatInstant } from '@candor/core/base';
import type { ControlOutcome } from '@candor/core/impact/findings';
import type { ClockSettings } from '@candor/core/incident';
import { z } from 'zod';
import { openJournal, readJournal } from '../adapters/files/append-journal.ts';
import { readBytes } from '../adapters/files/files.ts';
import { Prober } from '../adapters/net/prober.ts';
import { now, readTimeZone } from '../adapters/process/clock.ts';
import { guardOf, objectOf } from '../adapters/store/schema-guard.ts';
import { readShape } from '../adapters/store/stored-json.ts';
import { ESCAPE_KINDS, type EscapeKind, findWall, isEscapeKind, type WallTrial } from '../evidence/wall/index.ts';
import type { RunSummary } from './run-summary.ts';

const common = {
  at: z.string(),
  version: z.number(),
  /** Time zone of the machine. */
  zone: z.string(),
  /** Seconds that the configured time source is ahead; null: there is none, or it could not be asked. */
  clockOffset: z.number().nullable(),
  /** The configured time source, and why it gave no time; null or missing: none is configured. */
  clock: z.object({ source: z.string(), fault: z.string().nullable() }).nullable().exactOptional(),
  /** Control messages of this run's findings: how many were tried, and which were not found; null: none were. */
  controls: objectOf<ControlOutcome>({ tried: z.number(), missed: z.array(z.string()) })
    .nullable()
    .exactOptional(),
  /** SHA-256 of the program's file. */
  program: z.string(),
  node: z.string(),
};

/** Of a program that tried no more of the wall than whether a network namespace can be made. */
const formerRecord = z.object({ ...common, v: z.literal(1), networkWall: z.boolean() });
const isFormerRecord = guardOf(formerRecord);

const escapeKinds = z.array(z.custom<EscapeKind>(isEscapeKind));
const runRecord = z.object({
  ...common,
  v: z.literal(2),
  /** Of the processes that read mail, as this run tried it. */
  wall: objectOf<WallTrial>({
    way: z.enum(['namespaces', 'bubblewrap', 'network', 'permissions']),
    gotOut: escapeKinds,
    untried: escapeKinds,
    refused: z.string().nullable(),
  }),
});
const isRunRecord = guardOf(runRecord);

/** Custody of one run: on which machine's clock, by which program, behind which wall. Appended, never changed. */
export type RunRecord = Readonly<z.infer<typeof runRecord>>;

const JOURNAL = 'runs.jsonl';

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

function toRunRecord({ networkWall, ...record }: z.infer<typeof formerRecord>): RunRecord {
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
