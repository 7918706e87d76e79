import { type Said, toSaid } from '@candor/core/base';
import { toReason } from './reason-list.ts';
import type { Reason, Verdict } from './verdict.ts';

/** What N1 asks for of a copy that no other rule takes (docs/formats/rules.md, Verdicts). */
export interface ClearingTests {
  readonly isCovered: boolean;
  readonly hasControl: boolean;
  /** Some record says more than the rules understand, and nobody accepted it. */
  readonly isBeyondRules: boolean;
  readonly areIdsMissing: boolean;
  /** Without a Message-ID, any id that was not found may be its own. */
  readonly hasName: boolean;
  readonly isNamed: boolean;
  /** A time that proves nothing keeps it from a rule. */
  readonly isDateAlone: boolean;
  readonly isCarrierUndetermined: boolean;
  readonly isLinkedAfter: boolean;
}

const CLEARED = toSaid('cleared', toReason('complete-coverage'));

/** The reason that clears a copy; null where one test of N1 fails. */
export function clear(tests: ClearingTests): Said<'cleared', Reason> | null {
  const { isCovered, hasControl, hasName, isBeyondRules, areIdsMissing } = tests;
  const { isNamed, isDateAlone, isCarrierUndetermined, isLinkedAfter } = tests;
  const isShown = isCovered && hasControl && hasName;
  const isDoubted = isBeyondRules || areIdsMissing || isNamed || isDateAlone || isCarrierUndetermined || isLinkedAfter;
  return isShown && !isDoubted ? CLEARED : null;
}

/** A judged copy, as far as a sentence about its verdict looks at it. */
export interface SaidJudgement {
  readonly verdict: Verdict;
  readonly reasons: readonly Pick<Reason, 'code'>[];
}

/** The words of a kept verdict; null unless N1 is its only reason. */
export function sayCleared({ verdict, reasons }: SaidJudgement): Said<'cleared', string> | null {
  const isCleared = verdict === 'no-evidence' && reasons.length > 0;
  return isCleared && reasons.every(({ code }) => code === CLEARED.value.code)
    ? toSaid('cleared', 'complete log, no access')
    : null;
}

/** Copies by verdict, and by the code of a reason that they have. */
export interface JudgedCounts {
  readonly copies: Readonly<Partial<Record<Verdict, number>>>;
  readonly codes: Readonly<Record<string, number>>;
}

/** How many copies may be said to be cleared: those that N1 clears, never more than have the verdict. */
export function countCleared({ copies, codes }: JudgedCounts): Said<'cleared', number> {
  return toSaid('cleared', Math.min(copies['no-evidence'] ?? 0, codes[CLEARED.value.code] ?? 0));
}
