import type { Runtime } from '@candor/core/base';
import { toHex } from '@candor/core/ledger';
import { type AffectedAddresses, PAGE_ADDRESSES } from '../affected/affected-addresses.ts';
import type { NoticeFacts } from '../text/notice-facts.ts';
import { cutFoundList, type FoundFacts, type FoundList, recordFound, toFoundList } from './found-list.ts';
import { commitAddresses, type NoticeRecord, type RecordedNotice } from './notice-record.ts';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** What of a notice's facts the lists follow from. */
export type ListedFacts = FoundFacts & Pick<NoticeFacts, 'addresses'>;

/** What the site lists with a notice beyond its words, and removes after `notice.listDays`. */
export interface SiteLists {
  readonly addresses: readonly string[];
  /** Null where nothing was found, and for guessed contacts. */
  readonly found: FoundList | null;
}

/** How much of both lists fits. */
export interface ListRoom {
  readonly addresses: number;
  readonly messages: number;
}

/** The affected addresses that a notice may speak of: none where its contacts are guessed. */
function toAffected({ addresses, isGuessed }: ListedFacts): AffectedAddresses | null {
  return isGuessed === true || addresses === undefined || addresses.total === 0 ? null : addresses;
}

export function toSiteLists(facts: ListedFacts): SiteLists {
  const addresses = (toAffected(facts)?.listed ?? []).slice(0, PAGE_ADDRESSES).map(({ address }) => address);
  return { addresses, found: toFoundList(facts) };
}

export function cutSiteLists({ addresses, found }: SiteLists, room: ListRoom): SiteLists {
  return {
    addresses: addresses.slice(0, room.addresses),
    found: found === null ? null : cutFoundList(found, room.messages),
  };
}

/**
 * Follows from the wave's secret, so that it need not be kept for each notice, and leaves the site with the lists. Both
 * have the same: they leave together, and each commitment is to a document of another form.
 */
export function toListSalt({ sha256Hex }: Hashing, waveSalt: Uint8Array, notice: number): string {
  return sha256Hex(`addresses ${toHex(waveSalt)} ${notice}`);
}

/** Lists as the record commits to them; null without any to list or count. */
export function recordLists(
  hashing: Hashing,
  salt: string,
  { addresses, found }: SiteLists,
  facts: ListedFacts,
): Pick<RecordedNotice, 'addresses' | 'found'> {
  const affected = toAffected(facts);
  return {
    addresses:
      affected === null
        ? null
        : { listed: addresses.length, total: affected.total, digest: commitAddresses(hashing, salt, addresses) },
    found: found === null ? null : recordFound(hashing, salt, found, facts.figures),
  };
}

/** Parts of the lists in a notice's facts that its record does not commit to: site and audit compare them. */
export function findListFaults(
  hashing: Hashing,
  waveSalt: Uint8Array,
  notice: number,
  { addresses = null, found }: Pick<NoticeRecord, 'addresses' | 'found'>,
  facts: ListedFacts,
): readonly string[] {
  const room = { addresses: addresses?.listed ?? 0, messages: found?.listed ?? 0 };
  const salt = toListSalt(hashing, waveSalt, notice);
  const now = recordLists(hashing, salt, cutSiteLists(toSiteLists(facts), room), facts);
  const isSame = addresses === null || now.addresses?.digest === addresses.digest;
  const isFound = found === undefined || (now.found?.digest === found.digest && now.found.total === found.total);
  return [
    ...(isSame ? [] : ['its addresses are not those in its record']),
    ...(isFound
      ? []
      : ['its messages with passwords or keys, or kinds of sensitive data, are not those in its record']),
  ];
}
