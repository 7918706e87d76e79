import { type DatedIndex, readEntry } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import { listEntriesOfKind } from '../store/entry-store.ts';
import { findLastLink } from '../store/link-store.ts';

/**
 * The first entry of the log whose head of the chain of deliveries covers all that these deliveries have in it; null
 * while there is none.
 */
export async function findCommitted(store: Store, messageIds: readonly string[]): Promise<DatedIndex | null> {
  const last = await findLastLink(store, messageIds);
  if (last === null) return null;
  for (const { position: index, entry } of await listEntriesOfKind(store, ['deliveries'])) {
    const read = entry === null ? null : readEntry(entry);
    const links = read?.body['links'];
    if (read !== null && typeof links === 'number' && links > last) return { index, at: read.at };
  }
  return null;
}
