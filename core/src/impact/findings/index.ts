/**
 * What becomes of findings after detection: their classes, and what people decided about them. Pure. Values never come
 * here, only their numbers.
 */

export { type AttachedMessage, isInAttached, selectAttached, toOwnPart } from './attached.ts';
export {
  createFindingJudge,
  type DecidedFinding,
  type DecisionAct,
  type DecisionInForce,
  type FindingDecision,
  type FindingSelector,
  type FindingState,
  isAbout,
  selectDecisionsInForce,
  selectJoinsInForce,
} from './decision.ts';
export {
  type CountedFinding,
  FINDING_CLASSES,
  FINDING_FIGURES_VERSION,
  type FindingClass,
  type FindingFigureContext,
  isFindingKind,
  toFindingClass,
  toFindingFigures,
  toPersonFigures,
  toTextPersons,
} from './figures.ts';
export { type MarkedMessage, selectMarked } from './privileged.ts';
export { estimateSample, type JudgedStratum, type SampleEstimate } from './sample.ts';
export {
  type ControlOutcome,
  claimNothingFound,
  claimSearched,
  type SearchCoverage,
  type SearchedClaim,
  type SearchLimits,
  type UnreadSize,
} from './search-claim.ts';
