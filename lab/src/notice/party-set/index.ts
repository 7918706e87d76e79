/**
 * The set of all parties to be notified: drawn when a wave is sealed, compared with its manifest, opened for the site.
 */
export { findPartySetFault, readPartySet, type SealedPartySet, sealPartySet } from './party-set.ts';
