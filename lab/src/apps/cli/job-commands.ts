import { formatCount, formatTime } from '@candor/core/base';
import type { ListedJob } from '../../commands/jobs/list-jobs.ts';
import { listJobs, stop } from '../../operations/jobs.ts';
import { type CommandEntry, commandFor, groupFor } from './command-entry.ts';
import { type Screen, showTable, toVisible } from './show/screen.ts';

const GROUP = {
  typed: 'jobs',
  group: 'Whole incident',
  does: 'what the console started that takes long, and what became of it',
  examples: ['candor jobs', 'candor jobs stop 4'],
};

const JOB_COMMANDS = [
  commandFor(listJobs, {
    typed: 'list',
    isDefault: true,
    examples: ['candor jobs', 'candor jobs --json'],
    show: (screen, { jobs }) => showJobs(screen, jobs),
  }),
  commandFor(stop, {
    hasState: true,
    examples: ['candor jobs stop 4'],
    show: (screen, { job, state }) => {
      screen.line(
        state === 'running'
          ? `Job ${job} was asked to stop: it finishes its current task first. Ask again to end it at once.`
          : `Job ${job}: ${state}.`,
      );
    },
  }),
];

export const COMMANDS: readonly CommandEntry[] = [groupFor(GROUP, JOB_COMMANDS)];

function showJobs(screen: Screen, jobs: readonly ListedJob[]): void {
  if (jobs.length === 0) {
    screen.line('The console started nothing in this state yet.');
    return;
  }
  const head = ['job', 'operation', 'started by', 'at', 'state', ''];
  showTable(screen, [head, ...jobs.map(toRow)], [0]);
}

function toRow(job: ListedJob): readonly string[] {
  const { id, operation, by, madeAt, state } = job;
  return [String(id), operation, toVisible(by), formatTime(madeAt), state, toVisible(toWhat(job))];
}

function toWhat(job: ListedJob): string {
  const { state, progress, figures, reasons, stoppedBy } = job;
  if (state === 'lost') return `ended without a result; last sign of life ${formatTime(job.heardAt ?? job.madeAt)}`;
  if (reasons.length > 0) return reasons.join(' ');
  const counted = Object.entries(figures).map(([name, count]) => `${name} ${formatCount(count)}`);
  if (state === 'stopped') return [...(stoppedBy === null ? [] : [`by ${stoppedBy}`]), ...counted].join(', ');
  if (progress === null || state !== 'running') return counted.join(', ');
  const { stage, done, total, unit } = progress;
  return `${stage} ${formatCount(done)}${total === null ? '' : ` of ${formatCount(total)}`} ${unit}`;
}
