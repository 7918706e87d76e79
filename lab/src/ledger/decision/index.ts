/**
 * Decisions of one person, as chained documents: recorded with their effect in one transaction, read in order
 * (docs/formats/decision.md). Times are UTC seconds, digests lower-case hex.
 */

export type { Deciding } from '../../adapters/store/deciding.ts';
export { ChangedMeanwhile, readDecisionsSince } from './changed-meanwhile.ts';
export { type Decider, type DecisionMade, decide, recordDecision, redecide } from './decide.ts';
export { logDecisionHead } from './log-head.ts';
export { readDecisionHead, readDecisions } from './read-decisions.ts';
