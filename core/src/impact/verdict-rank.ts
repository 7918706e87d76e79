import { VERDICTS, type Verdict } from '@candor/core/exposure/verdict';

/** Weakest first (docs/formats/rules.md, Three steps): a message's verdict is the strongest of its copies. */
export const VERDICTS_BY_STRENGTH: readonly Verdict[] = [...VERDICTS].reverse();

/** Place in `VERDICTS_BY_STRENGTH`. */
export type VerdictRank = number;

const RANKS: ReadonlyMap<string, VerdictRank> = new Map(VERDICTS_BY_STRENGTH.map((verdict, rank) => [verdict, rank]));

export function toVerdictRank(verdict: Verdict): VerdictRank {
  return RANKS.get(verdict) ?? 0;
}

/** A copy or message of this rank or above is exposed. */
export const POSSIBLE_RANK: VerdictRank = toVerdictRank('possible');
export const UNDETERMINED_RANK: VerdictRank = toVerdictRank('undetermined');
export const ACCESSED_RANK: VerdictRank = toVerdictRank('accessed');
