/**
 * Public suffix rules and the lists of consumer domains, mailing-list hosts and shared hosts.
 */

export { type Reference, type ReferenceFiles, readReference } from './reference.ts';
export { readReferenceList } from './reference-list.ts';
export { findRegistrableDomain, type SuffixRules } from './suffix-rules.ts';
