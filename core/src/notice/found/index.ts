/**
 * What a search found in a party's messages, as figures of its notice. Apart from the texts: it needs the detectors,
 * and pages that show texts do not.
 */

export { type FoundInMessage, FoundTally } from './found-tally.ts';
