import type { Runtime } from '@candor/core/base';
import { type AffectedAddresses, PAGE_ADDRESSES } from '@candor/core/notice/affected';
import type { NoticeFacts } from '@candor/core/notice/text';
import { commitAddresses, type RecordedAddresses } from '@candor/core/notice/wave';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** The affected addresses that a notice may speak of: none where its contacts are guessed. */
function toAffected(facts: Pick<NoticeFacts, 'addresses' | 'isGuessed'>): AffectedAddresses | null {
  const { addresses, isGuessed } = facts;
  return isGuessed === true || addresses === undefined || addresses.total === 0 ? null : addresses;
}

/** Those that may be listed with the notice on the site. */
export function listSiteAddresses(facts: NoticeFacts): readonly string[] {
  return (toAffected(facts)?.listed ?? []).slice(0, PAGE_ADDRESSES).map(({ address }) => address);
}

/** Follows from the wave's secret, so that it need not be kept for each notice, and leaves the site with the list. */
export function toAddressSalt({ sha256Hex }: Hashing, waveSalt: Uint8Array, notice: number): string {
  return sha256Hex(`addresses ${Buffer.from(waveSalt).toString('hex')} ${notice}`);
}

/** The record's first so many; null without any to list or count. */
export function recordAddresses(
  hashing: Hashing,
  salt: string,
  list: readonly string[],
  facts: NoticeFacts,
): RecordedAddresses | null {
  const affected = toAffected(facts);
  if (affected === null) return null;
  return { listed: list.length, total: affected.total, digest: commitAddresses(hashing, salt, list) };
}

/**
 * The most addresses, up to `count`, with which a notice fits; -1 where it does not fit without any. What does not fit
 * is counted, never cut.
 */
export function findListed(count: number, fits: (listed: number) => boolean): number {
  if (fits(count)) return count;
  if (!fits(0)) return -1;
  let [most, tooMany] = [0, count];
  while (most + 1 < tooMany) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}
