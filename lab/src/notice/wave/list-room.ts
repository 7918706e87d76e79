import { TEXT_SECRETS } from '@candor/core/notice/affected';
import type { ListRoom, SiteLists } from '@candor/core/notice/wave';

/**
 * The most that fits of both lists; null where a notice does not fit without any. Messages beyond those of the text
 * give way first, then addresses, last of all the messages of the text, which have their Message-ID only here
 * (docs/decisions/0089-room-for-found-messages.md). Kinds of sensitive data never do. What does not fit is counted.
 */
export function findRoom({ addresses, found }: SiteLists, fits: (room: ListRoom) => boolean): ListRoom | null {
  const rows = found?.messages.length ?? 0;
  const first = findListed(Math.min(rows, TEXT_SECRETS), (count) => fits({ addresses: 0, messages: count }));
  if (first < 0) return null;
  // What fits may differ by a few bytes from one question to the next, as random salts do: once is enough.
  const listed = Math.max(
    0,
    findListed(addresses.length, (count) => fits({ addresses: count, messages: first })),
  );
  const more = findListed(rows - first, (count) => fits({ addresses: listed, messages: first + count }));
  return { addresses: listed, messages: first + Math.max(0, more) };
}

/** The most rows, up to `count`, with which a notice fits; -1 where it does not fit without any. */
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
