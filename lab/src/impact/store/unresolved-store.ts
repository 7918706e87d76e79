import type { UnresolvedEntry } from '@candor/core/impact/exchange';
import type { Store } from '../../adapters/store/store.ts';

/** What a version could not resolve, as it was kept. */
export async function readUnresolved(store: Store, version: number): Promise<UnresolvedEntry[]> {
  const rows = await store.db
    .selectFrom('exposure_unresolved')
    .select(['what', 'value', 'count', 'reason'])
    .where('version', '=', version)
    .execute();
  return rows as UnresolvedEntry[];
}

export function insertUnresolved(store: Store, version: number, entries: readonly UnresolvedEntry[]): Promise<void> {
  return store.insertInSteps(
    'exposure_unresolved',
    ['version', 'what', 'value', 'count', 'reason'],
    entries.map(({ what, value, count, reason }) => [version, what, value, count, reason]),
  );
}
