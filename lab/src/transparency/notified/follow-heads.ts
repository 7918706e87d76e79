import { type FollowedDelivery, followLink, readLink, UNLINKED } from '@candor/core/notice/delivery';
import type { Store } from '../../adapters/store/store.ts';
import { streamLinks } from '../../ledger/store/link-store.ts';

/** Where deliveries and letters stood at one link of the chain. */
export interface ChainStanding {
  /** This is hex; it is null before the first link. */
  readonly head: string | null;
  readonly links: number;
  /** The key is a Message-ID. */
  readonly deliveries: ReadonlyMap<string, FollowedDelivery>;
  readonly postings: ReadonlySet<number>;
}

/**
 * Walks the chain, and gives what `work` makes of the standing at each of these heads; `newest` is the end of the
 * chain. A head that the chain does not have is missing in the result. Whether the chain itself holds is for
 * `candor log fsck`.
 */
export async function followToHeads<Result>(
  store: Store,
  heads: ReadonlySet<string | null>,
  work: (standing: ChainStanding) => Result,
): Promise<{ readonly at: ReadonlyMap<string | null, Result>; readonly newest: Result }> {
  const deliveries = new Map<string, FollowedDelivery>();
  const postings = new Set<number>();
  const at = new Map<string | null, Result>();
  let head: string | null = null;
  let count = 0;
  if (heads.has(null)) at.set(null, work({ head, links: count, deliveries, postings }));
  for await (const links of streamLinks(store))
    for (const { link: text, hash } of links) {
      const link = readLink(text);
      const event = link?.event;
      if (event?.event === 'posting') postings.add(event.posting);
      if (event?.event === 'carried-row' && event.table === 'posting') postings.add(event.row);
      const delivery = link?.delivery ?? null;
      if (link !== null && delivery !== null) {
        const after = followLink(deliveries.get(delivery) ?? UNLINKED, link);
        if (after !== null) deliveries.set(delivery, after);
      }
      head = Buffer.from(hash).toString('hex');
      count += 1;
      if (heads.has(head)) at.set(head, work({ head, links: count, deliveries, postings }));
    }
  return { at, newest: work({ head, links: count, deliveries, postings }) };
}
