import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { JobName } from '@candor/core/contract/operations';
import { type ChildProgram, startProgram } from '../../adapters/process/child-program.ts';
import { now } from '../../adapters/process/clock.ts';
import type { ProcessLock } from '../../adapters/store/process-lock.ts';
import { openStateForJobs, type StateFolder } from '../../adapters/store/state-folder.ts';
import { settleLostJobs } from '../../commands/jobs/list-jobs.ts';
import { holdConsole } from '../../jobs/index.ts';
import { addJob, endJob, isJobProgress, type JobProgress, noteProgress } from '../../jobs/store/job-store.ts';

const jobProgram = fileURLToPath(new URL('../job.ts', import.meta.url));

const NAME_BYTES = 8;
/** Between two writes of progress. */
const NOTE_MS = 500;
/** Closing the console waits so long for its jobs to end in order; they go on to do so. */
const CLOSE_MS = 5_000;

export interface JobOrder {
  readonly operation: JobName;
  readonly input: object;
  readonly by: string;
}

/** Starts jobs of one incident, each in a process of its own. The row says what there is to do and what came of it. */
export class JobDesk {
  readonly #statePath: string;
  readonly #name = `console-${randomBytes(NAME_BYTES).toString('hex')}`;
  readonly #running = new Set<ChildProgram>();
  readonly #ended = new Set<Promise<void>>();
  #lock: ProcessLock | null = null;

  constructor(statePath: string) {
    this.#statePath = statePath;
  }

  /** Says what became of jobs that an earlier console left behind. */
  settle(): Promise<void> {
    return settleLostJobs(this.#statePath);
  }

  /** The number of the new job. Which of two runs may run, the state's own lock decides. @throws Refusal */
  async start({ operation, input, by }: JobOrder): Promise<number> {
    const state = await openStateForJobs(this.#statePath);
    try {
      // Before the row, which is nobody's without it.
      this.#lock ??= holdConsole(state.path, this.#name);
      const id = await addJob(state.store, { operation, input, by, madeAt: now(), console: this.#name });
      this.#run(state, id);
      return id;
    } catch (cause) {
      await state.close();
      throw cause;
    }
  }

  async close(): Promise<void> {
    for (const child of this.#running) child.stop();
    const late = new Promise<void>((settle) => setTimeout(settle, CLOSE_MS).unref());
    await Promise.race([Promise.all(this.#ended), late]);
    this.#lock?.release();
  }

  #run(state: StateFolder, id: number): void {
    let newest: JobProgress | null = null;
    let timer: NodeJS.Timeout | null = null;
    // The last of several within a second is written: where the job waits, nothing follows it.
    const note = async (): Promise<void> => {
      timer = null;
      // Progress that cannot be written is none; the next one may be.
      if (newest !== null) await noteProgress(state.store, id, newest, now()).catch(() => undefined);
    };
    const hear = (message: unknown): void => {
      if (!isJobProgress(message)) return;
      newest = message;
      timer ??= setTimeout(note, NOTE_MS);
    };
    const child = startProgram(jobProgram, [state.path, String(id)], hear);
    this.#running.add(child);
    const ended = child.ended
      .catch(() => null)
      .then(async () => {
        this.#running.delete(child);
        if (timer !== null) clearTimeout(timer);
        await note();
        // It says itself how it ended, unless it was killed.
        await endJob(state.store, id, 'lost', now());
        await state.close();
      })
      .catch(() => undefined)
      .finally(() => this.#ended.delete(ended));
    this.#ended.add(ended);
  }
}
