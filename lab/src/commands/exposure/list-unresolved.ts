import { compareUnresolved, type UnresolvedEntry } from '@candor/core/impact/exchange';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readUnresolved } from '../../impact/store/unresolved-store.ts';
import { requireLastVersion } from '../open-version.ts';

/** What the evidence names and no supplied evidence resolves, in the order of unresolved.jsonl. */
export async function listUnresolved(state: StateFolder): Promise<UnresolvedEntry[]> {
  const { version } = await requireLastVersion(state);
  return (await readUnresolved(state.store, version)).sort(compareUnresolved);
}
