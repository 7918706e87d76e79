/** The least that is seen of a part that is not nothing, in percent of the bar. */
const MIN_SHARE_PERCENT = 0.8;

export interface Share<Key> {
  readonly key: Key;
  /** Percent of the bar. */
  readonly start: number;
  readonly size: number;
}

/**
 * Parts of a bar from its beginning. Parts that are too small to be seen get the least size, the others give it up in
 * proportion, so that the whole is never longer than its share. `of`: what a full bar is.
 */
export function toShares<Key>(parts: readonly { readonly key: Key; readonly n: number }[], of: number): Share<Key>[] {
  const drawn = parts.filter(({ n }) => n > 0);
  const sum = drawn.reduce((total, { n }) => total + n, 0);
  if (sum === 0 || of <= 0) return [];
  const whole = Math.min(100, (Math.max(sum, 0) / Math.max(of, sum)) * 100);
  const small = drawn.filter(({ n }) => (n / sum) * whole < MIN_SHARE_PERCENT).length * MIN_SHARE_PERCENT;
  const large = drawn.reduce((total, { n }) => total + ((n / sum) * whole < MIN_SHARE_PERCENT ? 0 : n), 0);
  const room = Math.max(0, Math.max(whole, small) - small);
  let start = 0;
  return drawn.map(({ key, n }) => {
    const size = (n / sum) * whole < MIN_SHARE_PERCENT ? MIN_SHARE_PERCENT : (n / large) * room;
    const share = { key, start, size };
    start += size;
    return share;
  });
}
