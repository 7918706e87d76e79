import type { NoticeFigures } from '../text/notice-facts.ts';

/** What new figures are beside those that were told: nothing new, more than was said, or less in any respect. */
export type FigureDifference = 'none' | 'more' | 'less';

/**
 * Compares what a party would be told with what it was told. A message that rises from one verdict to a stronger one is more, so the verdicts are compared
 * as sums from the strongest downwards: each "at least this bad" of before must still hold. `bulk` and `held` are neither more nor less; a change of them
 * alone is still said.
 */
export function compareFigures(told: NoticeFigures, now: NoticeFigures): FigureDifference {
  const [before, after] = [toClaims(told), toClaims(now)];
  if (before.some((claim, at) => (after[at] ?? 0) < claim)) return 'less';
  if (isSpanNarrower(told, now)) return 'less';
  const isSame =
    before.every((claim, at) => claim === after[at]) &&
    told.bulk === now.bulk &&
    told.held === now.held &&
    told.secrets === now.secrets &&
    told.first === now.first &&
    told.last === now.last;
  return isSame ? 'none' : 'more';
}

/** Numbers that were claimed as "at least". */
function toClaims(figures: NoticeFigures): readonly number[] {
  const { accessed, presumed, partial, possible, undetermined } = figures;
  return [
    accessed,
    accessed + presumed,
    accessed + presumed + partial,
    accessed + presumed + partial + possible,
    accessed + presumed + partial + possible + undetermined,
    figures.secrets ?? 0,
    figures.intruderSent,
    figures.affectedAddresses,
    figures.custodians,
  ];
}

function isSpanNarrower(told: NoticeFigures, now: NoticeFigures): boolean {
  const isLater = told.first !== null && (now.first === null || now.first > told.first);
  const isEarlier = told.last !== null && (now.last === null || now.last < told.last);
  return isLater || isEarlier;
}
