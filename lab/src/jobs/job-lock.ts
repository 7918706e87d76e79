import { join } from 'node:path';
import { isProcessGone, type ProcessLock, takeProcessLock } from '../adapters/store/process-lock.ts';
import type { Job } from './store/job-store.ts';

/** Signs that a console, or the process of a job, is alive. The system takes them down with their process. */
const FOLDER = 'jobs';

export function holdConsole(statePath: string, name: string): ProcessLock {
  return takeProcessLock(join(statePath, FOLDER), name);
}

/** Held by the job's own process before its row says that it runs. */
export function holdJob(statePath: string, id: number): ProcessLock {
  return takeProcessLock(join(statePath, FOLDER), toName(id));
}

/** Whether the process of a job is gone: its lock says so. The system uses the numbers of processes again. */
export function isJobGone(statePath: string, { id, state, console }: Pick<Job, 'id' | 'state' | 'console'>): boolean {
  if (state !== 'waiting' && state !== 'running') return false;
  return isProcessGone(join(statePath, FOLDER), state === 'waiting' ? console : toName(id));
}

function toName(id: number): string {
  return `job-${id}`;
}
