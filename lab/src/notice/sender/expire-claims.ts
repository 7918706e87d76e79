import type { Store } from '../../adapters/store.ts';
import type { DeliveryBook } from '../store/delivery-book.ts';
import { listClaimed, listInhibited } from '../store/delivery-store.ts';
import { isOfHold, readHolds } from './holds.ts';

export interface ExpiryOptions {
  readonly store: Store;
  readonly book: DeliveryBook;
  readonly now: () => number;
  /** Whether the sender of this name is alive no more. */
  readonly isGone: (name: string) => boolean;
}

/**
 * Takes over what senders left behind that are gone or past their lease: before the final dot it waits again, after it,
 * it is uncertain. Returns how many of each.
 */
export async function expireClaims(
  options: ExpiryOptions,
): Promise<{ readonly freed: number; readonly uncertain: number }> {
  const { store, book, now } = options;
  let freed = 0;
  let uncertain = 0;
  await book.run(true, async () => {
    const rows = await listClaimed(store);
    const gone = new Map<string, boolean>();
    for (const { id, claimed_by: by } of rows) {
      const name = by ?? '';
      let isSenderGone = gone.get(name);
      if (isSenderGone === undefined) {
        isSenderGone = options.isGone(name);
        gone.set(name, isSenderGone);
      }
      const entry = await book.apply(id, { event: 'expire', isSenderGone, at: now() });
      if (entry.is === 'refused') continue;
      if (entry.delivery.state === 'uncertain') uncertain += 1;
      else freed += 1;
    }
  });
  return { freed, uncertain };
}

/** Lets go what was inhibited for a reason that is over. Returns how many. */
export async function permitDeliveries(store: Store, book: DeliveryBook, now: () => number): Promise<number> {
  let permitted = 0;
  await book.run(false, async () => {
    const holds = await readHolds(store, now());
    const rows = await listInhibited(store);
    for (const { id, contact, party, noticeState, reason } of rows) {
      if (!isOfHold(reason) || noticeState === 'withdrawn') continue;
      if ((await holds.find(party, contact)) !== null) continue;
      const entry = await book.apply(id, { event: 'permit' });
      if (entry.is === 'written') permitted += 1;
    }
  });
  return permitted;
}
