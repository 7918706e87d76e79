/**
 * Why a copy has its verdict, and what changed between two versions, in words for people.
 */

export {
  CAUSES,
  type Cause,
  type Change,
  type ChangeCounts,
  compareVersions,
  type Deciding,
  narrowCauses,
  type VersionRow,
} from './difference.ts';
export { isReasonCode, toGapSentence, toLabelSentence, toReasonSentence } from './sentence.ts';
export { toVerdictWords } from './verdict-words.ts';
