/**
 * The verdicts, their reasons and their order of strength.
 */

export { countArrivedAfter, findAbsent, findLateWitness, sayArrivedAfter, toDateAloneWords } from './arrived-after.ts';
export { clear, countCleared, sayCleared } from './cleared.ts';
export { toSaidCounts } from './said-counts.ts';
export { restsOnUndecided } from './undecided.ts';
export {
  type Judgement,
  mayGive,
  type Reason,
  type ReasonCode,
  toStrength,
  toVerdict,
  VERDICTS,
  type Verdict,
} from './verdict.ts';
