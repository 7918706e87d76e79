import { type Command, type Measured, type Memory, measure, measureMemory } from './measure.ts';

/** One way of doing the work: ours, or a peer's. */
export interface Side {
  readonly label: string;
  readonly command: Command;
  /** Runs before each round, outside the time: removes the state of the round before. */
  readonly reset?: () => void;
  /** What is wrong with a run's result; null when it counted what the generator counted. */
  readonly findFault: (run: Measured) => string | null;
  /** Numbers that the side measured itself, by name: what a browser shows its reader is no time of a process. */
  readonly readFigures?: (run: Measured) => Readonly<Record<string, number>>;
  /** CPU seconds of the part that counts, where that is not the whole process. */
  readonly readCpuSeconds?: (run: Measured) => number;
}

export type Metric =
  | 'cpu'
  | 'wall'
  | 'largest-memory'
  | 'sum-memory'
  | 'growth'
  | 'told-seconds'
  | 'told-memory'
  | 'told-share';

/** One line of the table: our side against a peer, or against a fixed number (`peer` null). */
export interface Row {
  readonly name: string;
  readonly work: string;
  readonly metric: Metric;
  /** Of `told-seconds`, `told-memory` and `told-share`: the name of the number. */
  readonly figure?: string;
  readonly ours: string;
  readonly peers: readonly string[];
  /** Null: shown, and not judged. */
  readonly must: number | null;
  readonly aim: number | null;
}

export const row = (
  name: string,
  work: string,
  metric: Metric,
  ours: string,
  peers: readonly string[],
  must: number | null,
  aim: number | null,
): Row => ({ name, work, metric, ours, peers, must, aim });

/** The most that a run may take of memory, whatever it reads. */
export const memoryRow = (
  name: string,
  work: string,
  ours: string,
  metric: 'largest-memory' | 'sum-memory' = 'largest-memory',
): Row => row(name, work, metric, ours, [], 350, 250);

/** Sides that are run in turns on the same bytes, and the rows that compare them. */
export interface Experiment {
  readonly name: string;
  readonly prepare: (context: Context) => Promise<{
    readonly sides: readonly Side[];
    readonly rows: readonly Row[];
    readonly skipped?: readonly string[];
  }>;
}

export interface Context {
  readonly folder: string;
  readonly size: number;
  readonly auditSize: number;
  readonly rounds: number;
  readonly say: (text: string) => void;
}

export interface Result {
  readonly row: Row;
  readonly ours: number | null;
  readonly peer: number | null;
  readonly ratio: number | null;
  readonly fault: string | null;
}

interface Timed {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly memory: Memory;
  readonly figures: Readonly<Record<string, number>>;
  readonly fault: string | null;
}

/**
 * First every side once, while its memory is looked at and its counts are checked; this warms the page cache too. Then
 * rounds, in each of which every side runs once, so that a machine that slows down slows all of them. The median
 * counts.
 */
export async function runExperiment(experiment: Experiment, context: Context): Promise<readonly Result[]> {
  context.say(`${experiment.name}: making the corpus`);
  const { sides, rows, skipped = [] } = await experiment.prepare(context);
  for (const word of skipped) context.say(`  skipped: ${word}`);
  const timed = new Map<string, Timed>();
  const sound: {
    side: Side;
    memory: Memory;
    cpu: number[];
    wall: number[];
    told: Readonly<Record<string, number>>[];
  }[] = [];
  for (const side of sides) {
    side.reset?.();
    const run = await measureMemory(side.command);
    const fault =
      run.exitCode === 0 ? side.findFault(run) : `exit code ${run.exitCode}: ${run.stderr.trim().slice(-300)}`;
    context.say(`  ${side.label}: ${fault ?? 'counts agree'}`);
    if (fault === null) sound.push({ side, memory: run, cpu: [], wall: [], told: [] });
    else timed.set(side.label, { cpuSeconds: Number.NaN, wallSeconds: Number.NaN, memory: run, figures: {}, fault });
  }
  for (let round = 1; round <= context.rounds; round += 1) {
    for (const { side, cpu, wall, told } of sound) {
      side.reset?.();
      const run = await measure(side.command);
      cpu.push(side.readCpuSeconds?.(run) ?? run.cpuSeconds);
      wall.push(run.wallSeconds);
      told.push(side.readFigures?.(run) ?? {});
    }
    context.say(`  round ${round} of ${context.rounds}`);
  }
  for (const { side, memory, cpu, wall, told } of sound) {
    side.reset?.();
    const figures = Object.fromEntries(
      Object.keys(told[0] ?? {}).map((name) => [name, toMedian(told.map((run) => run[name] ?? Number.NaN))]),
    );
    timed.set(side.label, { cpuSeconds: toMedian(cpu), wallSeconds: toMedian(wall), memory, figures, fault: null });
  }
  return rows.map((row) => compare(row, timed));
}

function compare(row: Row, timed: ReadonlyMap<string, Timed>): Result {
  const ours = timed.get(row.ours);
  const peers = row.peers.map((label) => timed.get(label));
  if (ours === undefined || peers.includes(undefined))
    return { row, ours: null, peer: null, ratio: null, fault: 'a side was skipped' };
  const fault = ours.fault ?? peers.find((peer) => peer?.fault !== null)?.fault ?? null;
  if (fault !== null) return { row, ours: null, peer: null, ratio: null, fault: `not timed: ${fault}` };
  const mine = read(ours, row);
  if (peers.length === 0) return { row, ours: mine, peer: null, ratio: mine, fault: null };
  const theirs = peers.reduce((sum, peer) => sum + (peer === undefined ? 0 : read(peer, row)), 0);
  const ratio = row.metric === 'growth' ? Math.log10(mine / theirs) : mine / theirs;
  return { row, ours: mine, peer: theirs, ratio, fault: null };
}

function read(timed: Timed, { metric, figure = '' }: Row): number {
  switch (metric) {
    case 'cpu':
    case 'growth':
      return timed.cpuSeconds;
    case 'wall':
      return timed.wallSeconds;
    case 'largest-memory':
      return timed.memory.largestBytes / 1e6;
    case 'sum-memory':
      return timed.memory.sumBytes / 1e6;
    case 'told-seconds':
    case 'told-memory':
    case 'told-share':
      return timed.figures[figure] ?? Number.NaN;
  }
}

export function toMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
