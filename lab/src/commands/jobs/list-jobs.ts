import type { Instant } from '@candor/core/base';
import { JOB_NAMES, type JobName, type JobState } from '@candor/core/contract/operations';
import { openStateForJobs, type StateFolder } from '../../adapters/store/state-folder.ts';
import { isJobGone } from '../../jobs/index.ts';
import { endJob, findJob, type Job, type JobProgress, listJobs, listLiveJobs } from '../../jobs/store/job-store.ts';

const MOST_SHOWN = 20;

/** A job as it stands: one whose process is gone is lost, whatever its row says. */
export interface ListedJob {
  readonly id: number;
  readonly operation: JobName;
  readonly by: string;
  readonly state: JobState;
  readonly madeAt: Instant;
  readonly startedAt: Instant | null;
  readonly heardAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly stoppedBy: string | null;
  readonly progress: JobProgress | null;
  readonly figures: Readonly<Record<string, number>>;
  readonly reasons: readonly string[];
}

/** The newest, and those that go on. Writes nothing. */
export async function readJobs(state: StateFolder): Promise<readonly ListedJob[]> {
  const newest = await listJobs(state.store, MOST_SHOWN);
  const shown = new Set(newest.map(({ id }) => id));
  const live = (await listLiveJobs(state.store)).filter(({ id }) => !shown.has(id));
  const jobs: ListedJob[] = [];
  for (const job of [...newest, ...live.reverse()]) {
    const name = JOB_NAMES.find((one) => one === job.operation);
    // Of a program that had other jobs.
    if (name === undefined) continue;
    const { input: _, console: __, pid: ___, outcome, ...rest } = await toCurrent(state, job);
    jobs.push({ ...rest, operation: name, ...outcome });
  }
  return jobs;
}

/** A row without a process is lost, unless that has said meanwhile how it ended. */
async function toCurrent(state: StateFolder, job: Job): Promise<Job> {
  if (!isJobGone(state.path, job)) return job;
  const now = (await findJob(state.store, job.id)) ?? job;
  return now.state === 'waiting' || now.state === 'running' ? { ...now, state: 'lost' } : now;
}

/** Says in their rows what became of jobs whose process is gone, such as after the machine was switched off. */
export async function settleLostJobs(statePath: string): Promise<void> {
  const state = await openStateForJobs(statePath);
  try {
    for (const job of await listLiveJobs(state.store))
      if (isJobGone(state.path, job)) await endJob(state.store, job.id, 'lost', null);
  } finally {
    await state.close();
  }
}

/** Whether the newest job of each operation came to a bad end, for a list of what needs a person. */
export async function listFailedJobs(state: StateFolder): Promise<readonly (Job & { readonly endedAt: Instant })[]> {
  const seen = new Set<string>();
  const failed: (Job & { readonly endedAt: Instant })[] = [];
  for (const job of await listJobs(state.store, MOST_SHOWN)) {
    if (seen.has(job.operation)) continue;
    seen.add(job.operation);
    const current = await toCurrent(state, job);
    const endedAt = current.endedAt ?? current.heardAt ?? current.madeAt;
    if (current.state === 'failed' || current.state === 'lost') failed.push({ ...current, endedAt });
  }
  return failed;
}
