/**
 * The figure of the set of parties to be notified: counted from set, log and chain of deliveries, and compared with
 * what was published.
 */
export { countNow } from './count-now.ts';
export { recountNotified } from './recount-notified.ts';
