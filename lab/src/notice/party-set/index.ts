/**
 * The stored set of all parties to be notified of a wave: compared with its manifest, opened for the site.
 */
export { findPartySetFault, readPartySet, type SealedPartySet, toCountedParty, toPartySetRoot } from './party-set.ts';
