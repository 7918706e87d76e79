/**
 * Public suffix rules and the lists of consumer domains, mailing-list hosts and shared hosts.
 */

export { type Reference, type ReferenceFiles, readReference, readReferenceList } from './reference.ts';
export { findRegistrableDomain, type SuffixRules } from './suffix-rules.ts';
