import { selectMarked } from '@candor/core/impact/findings';
import type { Store } from '../adapters/store.ts';
import { countBySender, readMarked } from './store/personal-store.ts';

/** Searched messages whose marks of privilege hold them back, and those whose marks are footers; fingerprints, hex. */
export async function selectMarkedMessages(store: Store): Promise<ReturnType<typeof selectMarked>> {
  const sent = await countBySender(store);
  return selectMarked(await readMarked(store), (sender) => sent.get(sender) ?? 0);
}
