import { formatAmount, type Problem } from '@candor/core/base';
import { isSameHash, readEntry } from '@candor/core/ledger';
import { type DeliveryLink, type FollowedDelivery, followLink, readLink, UNLINKED } from '@candor/core/notice/delivery';
import type { Store } from '../../adapters/store/store.ts';
import { listEntriesOfKind } from '../../ledger/store/entry-store.ts';
import { hashLink, NO_PREVIOUS_LINK, type StoredLink, streamLinks } from '../../ledger/store/link-store.ts';

/** A link that was read, with its place in the chain. */
export interface PlacedLink extends DeliveryLink {
  readonly position: number;
}

/** What the chain of a state says, as far as it holds. */
export interface FollowedChain {
  readonly links: number;
  /** The key is a Message-ID. */
  readonly deliveries: ReadonlyMap<string, FollowedDelivery>;
  /** The log or another table has the beginning or end of what they record. */
  readonly marks: readonly PlacedLink[];
  readonly carriedOver: number;
  readonly problems: readonly Problem[];
}

const MARKS: ReadonlySet<string> = new Set(['approve', 'settle', 'data', 'gate', 'posting', 'carried-row']);

/** Walks the chain: each hash, each link's form, each change, and every head that the log has of it. */
export async function followChain(store: Store): Promise<FollowedChain> {
  const follower = new ChainFollower();
  for await (const links of streamLinks(store)) for (const link of links) follower.take(link);
  follower.compareHeads(await readHeads(store));
  return follower;
}

/** A head that the log has: entry of kind `deliveries`. */
interface CommittedHead {
  readonly entry: number;
  readonly head: string;
  readonly links: number;
}

async function readHeads(store: Store): Promise<readonly CommittedHead[]> {
  return (await listEntriesOfKind(store, ['deliveries'])).flatMap(({ position, entry }) => {
    const body = entry === null ? null : (readEntry(entry)?.body ?? null);
    const { head, links } = body ?? {};
    return typeof head === 'string' && typeof links === 'number' ? [{ entry: position, head, links }] : [];
  });
}

class ChainFollower implements FollowedChain {
  readonly deliveries: Map<string, FollowedDelivery> = new Map();
  readonly marks: PlacedLink[] = [];
  readonly problems: Problem[] = [];
  readonly #hashes: string[] = [];
  readonly #noted = new Map<number, number>();
  #previous = NO_PREVIOUS_LINK;
  #hasBegun = false;
  #isBroken = false;
  carriedOver = 0;

  get links(): number {
    return this.#hashes.length;
  }

  take(stored: StoredLink): void {
    const { position, hash, entry } = stored;
    const place = `link ${position}`;
    if (position !== this.#hashes.length && !this.#isBroken) {
      this.#isBroken = true;
      this.#find(place, `link ${this.#hashes.length} is missing before it: links were removed`);
    }
    if (!isSameHash(hashLink(this.#previous, stored.link), hash) && !this.#isBroken) {
      this.#isBroken = true;
      this.#find(place, 'its hash does not follow from the link before it: a link was changed, added or removed');
    }
    this.#previous = hash;
    this.#hashes.push(Buffer.from(hash).toString('hex'));
    if (entry !== null) this.#noted.set(position, entry);
    const link = readLink(stored.link);
    if (link === null || link.delivery !== stored.delivery || link.event.event !== stored.event)
      this.#find(place, 'it is not what this program writes there');
    else this.#follow(place, position, link);
  }

  /** Every head that the log has is the hash of its link, and no other link claims to be one. */
  compareHeads(heads: readonly CommittedHead[]): void {
    for (const { entry, head, links } of heads) {
      const place = `entry ${entry}`;
      if (links > this.#hashes.length)
        this.#find(
          place,
          `the log has the head of ${formatAmount(links, 'link')}, and there are only ${this.#hashes.length}: links were removed`,
        );
      else if (this.#hashes[links - 1] !== head)
        this.#find(place, `the log has another head of the first ${formatAmount(links, 'link')} of deliveries`);
      else if (this.#noted.get(links - 1) !== entry)
        this.#find(place, `link ${links - 1} does not name this entry, which has it as the head`);
    }
    const known = new Set(heads.map(({ entry, links }) => `${links - 1} ${entry}`));
    for (const [position, entry] of this.#noted)
      if (!known.has(`${position} ${entry}`))
        this.#find(`link ${position}`, `it names entry ${entry}, which does not have it as the head`);
  }

  #follow(place: string, position: number, link: DeliveryLink): void {
    const { event, delivery } = link;
    const isCarried = event.event === 'carried-over' || event.event === 'carried-row';
    if (isCarried && this.#hasBegun)
      this.#find(place, 'it says "carried over", and the chain had begun: only an update to this version writes that');
    if (!isCarried) this.#hasBegun = true;
    if (MARKS.has(event.event)) this.marks.push({ ...link, position });
    if (delivery === null) return;
    const after = followLink(this.deliveries.get(delivery) ?? UNLINKED, link);
    if (after === null) {
      this.#find(place, `"${event.event}" cannot follow where the delivery stood`);
      return;
    }
    if (event.event === 'carried-over') this.carriedOver += 1;
    this.deliveries.set(delivery, after);
  }

  #find(place: string, text: string): void {
    this.problems.push({ code: 'delivery-chain', place, text, weight: 'person' });
  }
}
