import { fileURLToPath } from 'node:url';
import type { ReadingTask } from '../evidence/plan-reading.ts';
import { ReaderProcess } from '../evidence/read-shard.ts';
import { READER_LIMITS, type ReaderLimits } from '../evidence/reader-child.ts';
import type { ProjectionAnswer, ProjectionAnswers, ProjectionOrder, ProjectionTask } from './projection-task.ts';

const PROCESS_ENTRY = fileURLToPath(new URL('./projection-process.ts', import.meta.url));

/** The process holds a message, its projection, what a second reader makes of it, and what is sealed, all at once. */
const LIMITS: ReaderLimits = { ...READER_LIMITS, heapMegabytes: 512 };

export interface ProjectionDeps {
  /** Raw real paths that hold the evidence: what a process may open. */
  readonly roots: readonly string[];
  /** A folder of its own, emptied by the caller. */
  readonly spool: string;
  readonly workers: number;
  readonly vaults: readonly string[];
  readonly counsel: readonly string[];
}

/** What came of one copy for one party. */
export interface Projected {
  readonly location: string;
  readonly order: ProjectionOrder;
  readonly answer: ProjectionAnswer;
}

/**
 * Reads, projects and seals in confined processes, several tasks at once. `take` gets what is ready, one call after the
 * other; what cannot be read, or ended its process, is never handed over.
 */
export async function projectMessages(
  tasks: readonly ReadingTask<ProjectionOrder>[],
  { roots, spool, workers, vaults, counsel }: ProjectionDeps,
  take: (projected: readonly Projected[]) => Promise<void>,
): Promise<void> {
  const queue = [...tasks];
  let taking: Promise<void> = Promise.resolve();
  const takeInTurn = (projected: readonly Projected[]): Promise<void> => {
    taking = taking.then(() => take(projected));
    return taking;
  };
  const work = async (): Promise<void> => {
    const seat = new ReaderProcess(roots, spool, LIMITS, PROCESS_ENTRY);
    try {
      for (let task = queue.shift(); task !== undefined; task = queue.shift())
        await readTask(seat, task, { vaults, counsel, wanted: task.wanted }, takeInTurn);
    } finally {
      seat.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, queue.length) }, work));
}

/** Sealed characters that are held before they are handed over. */
const heldChars = 16 * 1024 * 1024;
const heldMessages = 64;

async function readTask(
  seat: ReaderProcess,
  task: ReadingTask<ProjectionOrder>,
  question: ProjectionTask,
  take: (projected: readonly Projected[]) => Promise<void>,
): Promise<void> {
  const orders = new Map(task.wanted.map(({ location, orders }) => [location, orders]));
  let held: Projected[] = [];
  let chars = 0;
  for await (const step of seat.read(task, [question])) {
    if (step.is !== 'taken') continue;
    const { answers } = step.answer as ProjectionAnswers;
    // Taken out: after a death it may come a second time.
    const own = orders.get(step.location) ?? [];
    orders.delete(step.location);
    for (const [at, order] of own.entries()) {
      const answer = answers[at];
      if (answer === undefined) continue;
      held.push({ location: step.location, order, answer });
      if (answer.is === 'sealed') chars += answer.messages.reduce((sum, { sealed }) => sum + sealed.length, 0);
    }
    if (held.length < heldMessages && chars < heldChars) continue;
    await take(held);
    held = [];
    chars = 0;
  }
  if (held.length > 0) await take(held);
}
