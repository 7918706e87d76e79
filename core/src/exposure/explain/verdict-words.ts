import { assertNever } from '@candor/core/base';
import { sayArrivedAfter } from '../verdict/arrived-after.ts';
import { type SaidJudgement, sayCleared } from '../verdict/cleared.ts';

const UNDETERMINED = 'the log cannot tell';

/** The verdict of a judged copy in words for outsiders. What its reasons do not allow to be said is undetermined. */
export function toVerdictWords(judgement: SaidJudgement): string {
  const { verdict } = judgement;
  switch (verdict) {
    case 'accessed':
      return "opened or copied by the intruder's client";
    case 'presumed':
      return 'must be presumed copied';
    case 'partial':
      return 'some of it was seen';
    case 'possible':
      return 'cannot be ruled out';
    case 'undetermined':
      return UNDETERMINED;
    case 'no-evidence':
      return sayCleared(judgement)?.value ?? UNDETERMINED;
    case 'absent':
      return sayArrivedAfter(judgement)?.value ?? UNDETERMINED;
    default:
      return assertNever(verdict);
  }
}
