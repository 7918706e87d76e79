import { advise, hint, Refusal } from '@candor/core/base';
import type { JobState } from '@candor/core/contract/operations';
import { now } from '../../adapters/process/clock.ts';
import { interruptProcess } from '../../adapters/process/interrupt.ts';
import { openStateForJobs } from '../../adapters/store/state-folder.ts';
import { isJobGone } from '../../jobs/index.ts';
import { endJob, findJob, noteStop } from '../../jobs/store/job-store.ts';

export interface StoppedJob {
  readonly job: number;
  /** `running`: it was asked to stop, and ends in order. */
  readonly state: JobState;
}

/**
 * Asks a job to stop, as Ctrl-C does: the first time it ends in order, the second time at once.
 * @throws Refusal for a job that there is not, or that has ended.
 */
export async function stopJob(statePath: string, id: number, by: string): Promise<StoppedJob> {
  const state = await openStateForJobs(statePath);
  const { store } = state;
  try {
    const job = await findJob(store, id);
    if (job === null) throw new Refusal('no-job', [advise`there is no job ${id}: ${hint('jobs')} lists them`]);
    if (job.endedAt !== null || (job.state !== 'waiting' && job.state !== 'running'))
      throw new Refusal('job-ended', [`job ${id} has ended already: ${job.state}`]);
    if (isJobGone(state.path, job)) {
      await endJob(store, id, 'lost', null);
      return { job: id, state: 'lost' };
    }
    await noteStop(store, id, by);
    // What did not begin never does: its process finds the row taken.
    if (job.state === 'waiting' && (await endJob(store, id, 'stopped', now()))) return { job: id, state: 'stopped' };
    const running = await findJob(store, id);
    if (running?.pid != null && !isJobGone(state.path, running)) interruptProcess(running.pid);
    return { job: id, state: (await findJob(store, id))?.state ?? 'lost' };
  } finally {
    await state.close();
  }
}
