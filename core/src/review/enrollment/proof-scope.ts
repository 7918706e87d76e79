import { findRegistrableDomain, type SuffixRules } from '@candor/core/impact/reference';

/**
 * Whether a proof of this domain, in lower-case A-labels, shows who somebody is: exactly what one party has registered
 * (docs/formats/proof.md, Domain). A public suffix is nobody's; what lies below a registered domain is covered by it;
 * below a name of which every child is a suffix nobody registers that name itself.
 */
export function isProvableDomain(domain: string, rules: SuffixRules): boolean {
  return findRegistrableDomain(domain, rules) === domain && !rules.wildcards.has(domain);
}
