import type { Store } from '../adapters/store.ts';
import { countFindings, type FindingCounts } from './store/count-findings.ts';
import type { ExposedScope } from './store/exposed-copies.ts';

/**
 * Whether what the state holds of the findings of a version is what its run counted. Erasing takes findings away, and
 * the next run counts again.
 */
export async function isCountedAlike(store: Store, scope: ExposedScope, counted: FindingCounts): Promise<boolean> {
  const now = await countFindings(store, scope);
  return now.erased !== counted.erased || toText(now) === toText(counted);
}

function toText({ searched, unsearched, unread, messages, kinds }: FindingCounts): string {
  return JSON.stringify([searched, unsearched, unread, messages, kinds]);
}
