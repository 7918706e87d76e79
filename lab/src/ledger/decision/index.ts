/**
 * Decisions of one person, as chained documents: recorded with their effect in one transaction, read in order
 * (docs/formats/decision.md). Times are UTC seconds, digests lower-case hex.
 */
export { type Decider, type DecisionMade, type DecisionOrder, decide, recordDecision } from './decide.ts';
export type { Deciding } from './deciding.ts';
export { logDecisionHead } from './log-head.ts';
export { type DecisionHead, type ReadDecision, readDecisionHead, readDecisions } from './read-decisions.ts';
