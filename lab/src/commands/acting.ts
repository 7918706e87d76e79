import { join } from 'node:path';
import { advise, hint, Refusal } from '@candor/core/base';
import { sleep } from '../adapters/process/clock.ts';
import { tryProcessLock } from '../adapters/store/process-lock.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';

/**
 * Opens a state for one short act beside others, and always closes it. Who calls an operation gives it along.
 * @throws Refusal when it is missing, or somebody has it alone.
 */
export type ActIn = <T>(statePath: string, work: (state: StateFolder) => Promise<T>) => Promise<T>;

/** Between two looks whether the parties are free. */
const POLL_MS = 25;

/**
 * One at a time counts parties and replaces those of the newest version; others wait. Each of them reads what the one
 * before decided.
 */
export async function withParties<T>(state: StateFolder, work: () => Promise<T>): Promise<T> {
  let lock = tryProcessLock(state.path, 'parties');
  for (; lock === null; lock = tryProcessLock(state.path, 'parties')) await sleep(POLL_MS);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

const processName = 'portal';

/**
 * One command at a time talks to the portal: a statement must not overtake earlier findings.
 * @throws Refusal.
 */
export async function withPortal<T>(state: StateFolder, work: () => Promise<T>): Promise<T> {
  const lock = tryProcessLock(join(state.path, 'review'), processName);
  if (lock === null)
    throw new Refusal('portal-busy', [
      advise`${state.path}: another command talks to the portal; wait until it ends, or stop ${hint('portal.sync')}`,
    ]);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
