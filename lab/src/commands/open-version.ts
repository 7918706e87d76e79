import { advise, hint, Refusal } from '@candor/core/base';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import { findLastVersion, type StoredVersion } from '../exposure/store/version-store.ts';

export async function requireLastVersion(state: StateFolder): Promise<StoredVersion> {
  const last = await findLastVersion(state.store);
  if (last !== null) return last;
  throw new Refusal('unfinished', [
    advise`${state.path}: no run has ended here yet; continue the last one with ${hint('run', '<incident.yaml>')}`,
  ]);
}
