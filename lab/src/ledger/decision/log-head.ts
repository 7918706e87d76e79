import type { Instant } from '@candor/core/base';
import { type Hashing, readEntry } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import { readGenesis } from '../key-set.ts';
import { appendEntry, findNewestEntryOf } from '../store/entry-store.ts';
import { readDecisionHead } from './read-decisions.ts';

/**
 * Logs the head of the chain where it has grown since it was logged last, at most once a period: the public log grows
 * at its own rate, and one entry covers all decisions before it. Returns its position; null where nothing was appended.
 */
export function logDecisionHead(store: Store, hashing: Hashing, at: Instant): Promise<number | null> {
  return store.durableTransaction(async () => {
    const head = await readDecisionHead(store);
    const genesis = await readGenesis(store);
    if (head === null || genesis === null) return null;
    const last = await findNewestEntryOf(store, 'decisions');
    const body = { head: head.digest, number: head.number };
    if (last !== null) {
      const { startedAt, periodSeconds } = genesis.rate;
      const toPeriod = (time: number) => Math.floor((time - startedAt) / periodSeconds);
      const logged = last.entry === null ? null : (readEntry(last.entry)?.body ?? null);
      if (logged?.['head'] === head.digest || toPeriod(last.madeAt) >= toPeriod(at)) return null;
    }
    return appendEntry(store, hashing, { kind: 'decisions', at, body });
  });
}
