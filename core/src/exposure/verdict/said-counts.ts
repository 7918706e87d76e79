import type { Said } from '@candor/core/base';
import { countArrivedAfter } from './arrived-after.ts';
import { countCleared, type JudgedCounts } from './cleared.ts';
import type { Verdict } from './verdict.ts';

export interface SaidCounts {
  readonly copies: Readonly<Record<Exclude<Verdict, 'no-evidence' | 'absent'>, number>>;
  readonly cleared: Said<'cleared', number>;
  readonly arrivedAfter: Said<'arrived-after', number>;
}

/** What has the verdict without the reason for it counts as undetermined. */
export function toSaidCounts(counts: JudgedCounts): SaidCounts {
  const count = (verdict: Verdict): number => counts.copies[verdict] ?? 0;
  const cleared = countCleared(counts);
  const arrivedAfter = countArrivedAfter(counts);
  const unsaid = count('no-evidence') - cleared.value + count('absent') - arrivedAfter.value;
  return {
    copies: {
      accessed: count('accessed'),
      presumed: count('presumed'),
      partial: count('partial'),
      possible: count('possible'),
      undetermined: count('undetermined') + unsaid,
    },
    cleared,
    arrivedAfter,
  };
}
