import type { Runtime } from '@candor/core/base';
import type { PartyDelivery } from '@candor/core/notice/delivery';
import { type CountedParty, isPartyOf, type RecordBinding } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { openBinding } from '../../notice/recipients/index.ts';
import type { StoredCounted } from '../../notice/store/party-set-store.ts';
import {
  listDeliveryIds,
  listPostedNotices,
  listSetNotices,
  type SetNotice,
} from '../../notice/store/set-notice-store.ts';
import type { ChainStanding } from './follow-heads.ts';

/** An approved notice with whom its record is for. */
export interface BoundNotice extends Omit<SetNotice, 'code' | 'record'> {
  readonly recorded: RecordBinding;
}

/** What the figure is counted from, besides the set and the chain. */
export interface NoticeBook {
  readonly notices: readonly BoundNotice[];
  /** These are Message-IDs by notice. */
  readonly messages: ReadonlyMap<number, readonly string[]>;
  readonly letters: Awaited<ReturnType<typeof listPostedNotices>>;
}

const UNBOUND: RecordBinding = { domains: [], isRecipient: null };

export async function readNoticeBook(store: Store, hashing: Pick<Runtime, 'sha256Hex'>): Promise<NoticeBook> {
  const messages = new Map<number, string[]>();
  for (const { notice, messageId } of await listDeliveryIds(store)) {
    const own = messages.get(notice);
    if (own === undefined) messages.set(notice, [messageId]);
    else own.push(messageId);
  }
  const notices: BoundNotice[] = [];
  for (const { code, record, ...notice } of await listSetNotices(store)) {
    const recorded = record === null ? UNBOUND : await openBinding(hashing, code, record);
    notices.push({ ...notice, recorded });
  }
  return { notices, messages, letters: await listPostedNotices(store) };
}

/**
 * What became of the notices of each party in a set, in its order; null for one without a notice. Only what the log had
 * before `entries` counts, and only links until the standing's head.
 */
export function countSet(
  leaves: readonly StoredCounted[],
  book: NoticeBook,
  { deliveries, postings }: ChainStanding,
  entries: number,
): readonly (PartyDelivery | null)[] {
  const posted = new Set<number>();
  for (const { posting, isPosted, notice } of book.letters) {
    if (!postings.has(posting)) continue;
    if (isPosted) posted.add(notice);
    else posted.delete(notice);
  }
  const inForce = book.notices.filter(
    ({ entry, withdrawal }) => entry < entries && (withdrawal === null || withdrawal >= entries),
  );
  const own = assignNotices(leaves, inForce);
  return leaves.map(({ id }) => {
    const notices = own.get(id) ?? [];
    if (notices.length === 0) return null;
    const messages = notices.flatMap((notice) => book.messages.get(notice.id) ?? []);
    return {
      posted: notices.some((notice) => posted.has(notice.id)),
      deliveries: messages.flatMap((message) => {
        const followed = deliveries.get(message);
        return followed === undefined ? [] : [{ state: followed.delivery.state, takenBy: followed.takenBy }];
      }),
    };
  });
}

/**
 * Which notices are about which party of the set, as its version had it: those to its id; and those to an id that the
 * set does not have, as before a merge or a new id, if all domains of that notice are the party's. A notice to a party
 * that was split since counts only for the part that kept the id. The approved record must name it:
 * a row alone would let a notice count for somebody else.
 */
function assignNotices(
  leaves: readonly StoredCounted[],
  notices: readonly BoundNotice[],
): ReadonlyMap<string, readonly BoundNotice[]> {
  const byId = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  const byDomain = new Map<string, StoredCounted | null>();
  for (const leaf of leaves)
    for (const domain of listDomains(leaf.party)) byDomain.set(domain, byDomain.has(domain) ? null : leaf);
  const own = new Map<string, BoundNotice[]>();
  for (const notice of notices) {
    const leaf = byId.get(notice.party) ?? findSuccessor(byDomain, notice);
    if (leaf === null || !isNamed(leaf.party, notice.recorded)) continue;
    const known = own.get(leaf.id);
    if (known === undefined) own.set(leaf.id, [notice]);
    else known.push(notice);
  }
  return own;
}

/** Null where there is none, or a domain is of several parties. */
function findSuccessor(
  byDomain: ReadonlyMap<string, StoredCounted | null>,
  { domains }: BoundNotice,
): StoredCounted | null {
  const [first = ''] = domains;
  const leaf = byDomain.get(first) ?? null;
  return leaf !== null && domains.every((domain) => byDomain.get(domain) === leaf) ? leaf : null;
}

/** None for a person: other people's addresses are at the same domain. */
function listDomains(party: CountedParty): readonly string[] {
  return 'domains' in party ? party.domains : [];
}

function isNamed(party: CountedParty, recorded: RecordBinding): boolean {
  return 'domains' in party
    ? party.domains.some((domain) => recorded.domains.includes(domain))
    : isPartyOf(party, recorded);
}
