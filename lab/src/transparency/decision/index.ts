/**
 * Decisions compared with what they decided: chain, signatures, rows of the state, heads in the log.
 */
export { checkDecisions } from './check-decisions.ts';
