import type { Instant } from '@candor/core/base';
import type { NoticeFigures } from '../text/notice-facts.ts';
import { EXPOSED_VERDICTS } from '../text/notified-class.ts';
import { PERSONAL_KINDS } from '../text/searched-figures.ts';
import { countSaid } from '../text/strongest.ts';

/** New figures compared with notified ones: nothing new, more, or less in any respect. */
export type FigureDifference = 'none' | 'more' | 'less';

/**
 * Compares what a party would be told with what it was told. A message that rises from one verdict to a stronger one is
 * more, so the verdicts are compared as sums from the strongest downwards: each "at least this bad" of before must
 * still hold. `bulk` and `held` are neither more nor less; a change of them alone is still said. What could not be
 * searched is no claim: a change of it alone is told with the next notice.
 */
export function compareFigures(notified: NoticeFigures, present: NoticeFigures): FigureDifference {
  const now = keepSearchResults(notified, present);
  const [before, after] = [toClaims(notified), toClaims(now)];
  if (before.some((claim, at) => (after[at] ?? 0) < claim)) return 'less';
  if (isSpanNarrower(notified, now)) return 'less';
  const isSame =
    before.every((claim, at) => claim === after[at]) &&
    notified.bulk === now.bulk &&
    notified.held === now.held &&
    (notified.secrets === now.secrets || isFirstSearch(notified, now)) &&
    toDay(notified.first) === toDay(now.first) &&
    toDay(notified.last) === toDay(now.last);
  return isSame ? 'none' : 'more';
}

/** An empty first search is no notice by itself: the next one mentions it. */
function isFirstSearch(notified: NoticeFigures, now: NoticeFigures): boolean {
  return notified.secrets === null && now.secrets === 0 && now.searched !== undefined;
}

/**
 * Search results stay valid after findings were erased or the search was switched off, as far as there are still that
 * many messages: not counting them makes them neither less nor wrong.
 */
export function keepSearchResults(notified: NoticeFigures, now: NoticeFigures): NoticeFigures {
  if (notified.searched === undefined || now.searched !== undefined) return now;
  const messages = now.messages + now.undetermined;
  const atMost = (n: number): number => Math.min(n, messages);
  const { personal, listed, unread, unreadBy, unreadSize } = notified.searched;
  const size = unreadSize === undefined || atMost(unread) < unread ? {} : { unreadSize };
  const kept = Object.entries(personal).map(([kind, n]) => [kind, atMost(n)] as const);
  return {
    ...now,
    secrets: atMost(Math.max(notified.secrets ?? 0, now.secrets ?? 0)),
    searched: { personal: Object.fromEntries(kept), listed: atMost(listed), unread: atMost(unread), unreadBy, ...size },
  };
}

/** Messages of which a party is told more than before: the most by which any "at least this bad" has grown. */
export function countRise(before: RisingFigures | null, now: RisingFigures): number {
  const [was, is] = [before === null ? [] : toRungs(before), toRungs(now)];
  return Math.max(0, ...is.map((count, at) => count - (was[at] ?? 0)));
}

type RisingFigures = Pick<NoticeFigures, 'accessed' | 'presumed' | 'partial' | 'possible' | 'undetermined'>;

function toRungs({ accessed, presumed, partial, possible, undetermined }: RisingFigures): readonly number[] {
  return toSums([accessed, presumed, partial, possible, undetermined]);
}

function toClaims(figures: NoticeFigures): readonly number[] {
  const { accessed, presumed, partial, possible, undetermined } = figures;
  return [
    accessed,
    accessed + presumed,
    accessed + presumed + partial,
    accessed + presumed + partial + possible,
    accessed + presumed + partial + possible + undetermined,
    // Messages on undecided records alone were not said to be the intruder's doing.
    ...toSums(EXPOSED_VERDICTS.map((verdict) => countSaid(figures, verdict))),
    figures.secrets ?? 0,
    figures.intruderSent,
    figures.affectedAddresses,
    figures.custodians,
    ...PERSONAL_KINDS.map((kind) => figures.searched?.personal[kind] ?? 0),
  ];
}

function toSums(counts: readonly number[]): readonly number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}

function isSpanNarrower(notified: NoticeFigures, now: NoticeFigures): boolean {
  const [notifiedFirst, notifiedLast] = [toDay(notified.first), toDay(notified.last)];
  const [first, last] = [toDay(now.first), toDay(now.last)];
  const isLater = notifiedFirst !== null && (first === null || first > notifiedFirst);
  const isEarlier = notifiedLast !== null && (last === null || last < notifiedLast);
  return isLater || isEarlier;
}

const DAY_SECONDS = 86_400;

/** Notices give days, so a shift within a day is no difference. */
function toDay(instant: Instant | null): number | null {
  return instant === null ? null : Math.floor(instant / DAY_SECONDS);
}
