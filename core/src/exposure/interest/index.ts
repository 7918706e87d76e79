/**
 * What the intruder searched for, where it went, and whether it looked for itself (docs/formats/interest.md).
 */

export {
  type InterestAction,
  type InterestCitation,
  type InterestFolder,
  type InterestMailbox,
  type InterestOpening,
  type InterestSearch,
  type InterestTrail,
  type InterestVisit,
  type IntruderRecord,
  toInterestTrail,
} from './interest.ts';
export { type InterestCounts, InterestTally, listResponseCustodians } from './interest-tally.ts';
export {
  findCluesInMessage,
  findCluesInQuery,
  type ResponseClues,
  toResponseClues,
} from './response-clues.ts';
