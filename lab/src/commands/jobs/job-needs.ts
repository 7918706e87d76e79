import { formatTime, hint, readInstant } from '@candor/core/base';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { RunRecord } from '../run-record.ts';
import type { Need } from '../run-summary.ts';
import { listFailedJobs } from './list-jobs.ts';

/** Jobs that came to a bad end and were not started again: nobody who left the page saw it. */
export async function readJobNeeds(state: StateFolder, lastRun: RunRecord | null): Promise<readonly Need[]> {
  const ranAt = lastRun === null ? null : readInstant(lastRun.at);
  return (await listFailedJobs(state)).flatMap((job): Need[] => {
    // Somebody ran it at a terminal since.
    if (job.operation === 'run' && ranAt !== null && ranAt > job.endedAt) return [];
    const how =
      job.state === 'lost'
        ? `ended without a result; last sign of life ${formatTime(job.endedAt)}`
        : `failed ${formatTime(job.endedAt)}: ${job.outcome.reasons.join(' ')}`;
    const text = `${how.replace(/\.$/, '')}. Start it again: what was finished is kept.`;
    return [{ kind: 'job', subject: job.operation, text, command: hint('jobs').command }];
  });
}
