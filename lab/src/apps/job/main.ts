// One job of the console in a process of its own. What it is to do is in its row: no list of processes shows it. It
// calls the operation that the command line calls, and says itself in its row how that ended.
import { Refusal } from '@candor/core/base';
import { JOB_NAMES } from '@candor/core/contract/operations';
import { onStop, sendToParent } from '../../adapters/process/child-program.ts';
import { now } from '../../adapters/process/clock.ts';
import { openStateForJobs } from '../../adapters/store/state-folder.ts';
import { holdJob } from '../../jobs/index.ts';
import { claimJob, endJob, type JobOutcome } from '../../jobs/store/job-store.ts';
import type { Caller } from '../../operations/context.ts';
import { toFaultAdvice } from '../cli/fault-words.ts';
import { isSettled, requestStop, settle, stoppable } from '../interruption.ts';
import { openPipeProgress } from './pipe-progress.ts';

/** 128 + SIGINT, as shells have it. */
const exitInterrupted = 130;

const [, , statePath = '', number = ''] = process.argv;
const id = Number(number);
const lock = holdJob(statePath, id);
const state = await openStateForJobs(statePath);
let isAsked = false;
/** The operation took the request, and ends in order. */
let isStopping = false;

const end = (how: 'stopped' | 'done' | 'refused' | 'failed', outcome?: Partial<JobOutcome>): Promise<boolean> =>
  endJob(state.store, id, how, now(), { figures: {}, reasons: [], ...outcome });

/** As Ctrl-C at the command line: in order where the operation can, else at once; what was finished is kept. */
function ask(): void {
  isAsked = true;
  if (requestStop()) {
    isStopping = true;
    return;
  }
  if (isSettled()) return;
  void end('stopped').finally(() => process.exit(exitInterrupted));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
// A console that is gone leaves nothing running that nobody sees.
onStop(() => {
  if (!isAsked) ask();
});

const job = await claimJob(state.store, id, process.pid, now());
if (job !== null) {
  try {
    const name = JOB_NAMES.find((one) => one === job.operation);
    if (name === undefined) throw new Refusal('no-job', [`this version of Candor has no job ${job.operation}`]);
    const { JOBS } = await import('./job-table.ts');
    const figures = await stoppable((onStoppable) => {
      const caller: Caller = {
        actor: { name: job.by, account: job.by, signature: null },
        progress: openPipeProgress(sendToParent, () => performance.now()),
        settle,
        onStop: onStoppable,
        ask: async () => null,
      };
      return JOBS[name](statePath, caller, job.input);
    });
    await end(isStopping ? 'stopped' : 'done', { figures });
  } catch (cause) {
    if (cause instanceof Refusal) await end('refused', { reasons: cause.reasons });
    // A fault's own message may quote mail.
    else await end('failed', { reasons: [cause instanceof Error ? cause.name : typeof cause, toFaultAdvice(cause)] });
  }
}
await state.close();
lock.release();
// The channel alone would keep this process alive.
if (process.connected) setImmediate(() => process.disconnect());
