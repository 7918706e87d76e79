/**
 * The figure of the set of parties to be notified: counted from set, log and chain of deliveries, and compared with
 * what was published.
 */
export { type CountedNow, countNow, findCountedWave } from './count-now.ts';
export { type PublishedDocument, recountNotified } from './recount-notified.ts';
