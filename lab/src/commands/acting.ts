import { join } from 'node:path';
import { advise, hint, Refusal } from '@candor/core/base';
import { tryProcessLock } from '../adapters/store/process-lock.ts';
import { openStateForActing, type StateFolder } from '../adapters/store/state-folder.ts';

/**
 * Opens a state for one short act beside others, and always closes it.
 * @throws Refusal when it is missing, or locked by a run.
 */
export async function inState<T>(statePath: string, work: (state: StateFolder) => Promise<T>): Promise<T> {
  const state = await openStateForActing(statePath);
  try {
    return await work(state);
  } finally {
    await state.close();
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
