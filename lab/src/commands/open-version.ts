import { advise, hint, Refusal } from '@candor/core/base';
import { openStateForReading, type StateFolder } from '../adapters/store/state-folder.ts';
import { findLastVersion, type StoredVersion } from '../exposure/store/version-store.ts';

/**
 * Opens a state, hands its newest complete version to `work`, and closes it whatever happens.
 * @throws Refusal when there is no state or no run has ended in it.
 */
export async function withLastVersion<T>(
  statePath: string,
  work: (state: StateFolder, last: StoredVersion) => Promise<T>,
): Promise<T> {
  const state = await openStateForReading(statePath);
  try {
    return await work(state, await requireLastVersion(state));
  } finally {
    await state.close();
  }
}

export async function requireLastVersion(state: StateFolder): Promise<StoredVersion> {
  const last = await findLastVersion(state.store);
  if (last !== null) return last;
  throw new Refusal('unfinished', [
    advise`${state.path}: no run has ended here yet; continue the last one with ${hint('run', '<incident.yaml>')}`,
  ]);
}
