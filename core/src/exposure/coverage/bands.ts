import type { Interval } from '@candor/core/incident';
import { clip, type Gap, type GapKind, subtractIntervals } from './gap.ts';

/** A part of the time of one mailbox: rows of the log show it, only somebody's word does, or it is a gap. */
export interface CoverageBand extends Interval {
  readonly is: 'recorded' | 'claimed' | 'gap';
  /** Null unless it is a gap. */
  readonly gap: GapKind | null;
}

/** What is known of one mailbox's log. */
export interface KnownCoverage {
  /** Times with rows about the mailbox. */
  readonly recorded: readonly Interval[];
  /** Times that `covers` entries assert. */
  readonly claimed: readonly Interval[];
  readonly gaps: readonly Gap[];
}

/**
 * Bands within a period, in order of time. A gap hides what was recorded in it, because other accesses in it may be
 * missing; a record hides the claim.
 */
export function toCoverageBands({ recorded, claimed, gaps }: KnownCoverage, period: Interval): readonly CoverageBand[] {
  const within = <One extends Interval>(all: readonly One[]): One[] =>
    all.flatMap((one) => {
      const clipped = clip(one, period);
      return clipped === null ? [] : [{ ...one, ...clipped }];
    });
  const hidden = within(gaps);
  const shown = within(recorded).flatMap((one) => subtractIntervals(one, hidden));
  const said = within(claimed).flatMap((one) => subtractIntervals(one, [...hidden, ...shown]));
  const bands: CoverageBand[] = [
    ...hidden.map(({ kind, from, to }) => ({ is: 'gap' as const, from, to, gap: kind })),
    ...join(shown).map((one) => ({ is: 'recorded' as const, ...one, gap: null })),
    ...join(said).map((one) => ({ is: 'claimed' as const, ...one, gap: null })),
  ];
  return bands.sort((a, b) => a.from - b.from || a.to - b.to);
}

function join(all: readonly Interval[]): readonly Interval[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...all].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
