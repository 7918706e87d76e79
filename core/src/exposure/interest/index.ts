/**
 * What the intruder searched for, where it went, and whether it looked for itself (docs/formats/interest.md).
 */

export {
  type InterestFolder,
  type InterestMailbox,
  type InterestOpening,
  type InterestSearch,
  type InterestTrail,
  toInterestTrail,
} from './interest.ts';
export { type InterestCounts, InterestTally, listResponseCustodians } from './interest-tally.ts';
export type { InterestCitation, IntruderRecord } from './intruder-record.ts';
export {
  findCluesInMessage,
  findCluesInQuery,
  type ResponseClues,
  toResponseClues,
} from './response-clues.ts';
export type { InterestAction, InterestVisit } from './visits.ts';
