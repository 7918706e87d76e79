/**
 * Decisions compared with what they decided: chain, signatures, rows of the state, heads in the log.
 */
export { checkDecisions, type DecisionCheck } from './check-decisions.ts';
