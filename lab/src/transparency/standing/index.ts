/**
 * Whether everything in the state stands where the log and the chain of deliveries lead.
 */
export { checkState } from './check-state.ts';
