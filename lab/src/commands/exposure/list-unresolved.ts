import { compareUnresolved, type UnresolvedEntry } from '@candor/core/impact/exchange';
import { readUnresolved } from '../../impact/store/unresolved-store.ts';
import { withLastVersion } from '../open-version.ts';

/** What the evidence names and no supplied evidence resolves, in the order of unresolved.jsonl. */
export function listUnresolved(statePath: string): Promise<UnresolvedEntry[]> {
  return withLastVersion(statePath, async ({ store }, last) =>
    (await readUnresolved(store, last.version)).sort(compareUnresolved),
  );
}
