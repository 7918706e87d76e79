/**
 * The verdicts, their reasons and their order of strength.
 */

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
