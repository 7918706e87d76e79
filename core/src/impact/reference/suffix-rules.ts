import { toALabels } from '@candor/core/base';

/**
 * The reserved top-level names that fictional incidents use; they count as public suffixes
 * (docs/formats/parties-csv.md, Addresses).
 */
const RESERVED_SUFFIXES: readonly string[] = ['example', 'test', 'invalid'];

/**
 * Rules of the Public Suffix List, keyed by domain in A-labels: `suffix` is the rule `domain`, `wildcard` the rule
 * `*.domain`, `exception` the rule `!domain`. A domain may have both of the first two.
 */
export interface SuffixRules {
  readonly suffixes: ReadonlySet<string>;
  readonly wildcards: ReadonlySet<string>;
  readonly exceptions: ReadonlySet<string>;
  /** Suffixes at which an address may stand: there the suffix is its own registrable domain. */
  readonly shared: ReadonlySet<string>;
}

/**
 * Reads the list as published (ICANN and PRIVATE sections alike) and adds the reserved names, `sharedHosts` and
 * `sharedDomains` (A-labels). Only the first word of a line counts, `//` begins a comment, as
 * https://publicsuffix.org/list/ says.
 */
export function readSuffixRules(
  publicSuffixList: string,
  sharedHosts: readonly string[],
  sharedDomains: readonly string[] = [],
): SuffixRules {
  const suffixes = new Set<string>([...RESERVED_SUFFIXES, ...sharedHosts.map(toALabels), ...sharedDomains]);
  const wildcards = new Set<string>();
  const exceptions = new Set<string>();
  for (const line of publicSuffixList.split('\n')) {
    const rule = /^\s*(\S+)/.exec(line)?.[1];
    if (rule === undefined || rule.startsWith('//')) continue;
    if (rule.startsWith('!')) exceptions.add(toALabels(rule.slice(1)));
    else if (rule.startsWith('*.')) wildcards.add(toALabels(rule.slice(2)));
    else suffixes.add(toALabels(rule));
  }
  return { suffixes, wildcards, exceptions, shared: new Set(sharedDomains) };
}

/**
 * The registrable domain: the public suffix and one label more; at a shared domain that itself. Null when the domain is
 * another public suffix, when no rule names it (the list's default rule `*` is not used: an unlisted top-level name is
 * never guessed at), or when a label that would count is empty. `domain` is in lower-case A-labels.
 */
export function findRegistrableDomain(domain: string, rules: SuffixRules): string | null {
  if (rules.shared.has(domain)) return domain;
  const labels = domain.split('.');
  if (labels.includes('')) return null;
  const suffixLabels = countSuffixLabels(labels, rules);
  if (suffixLabels === 0 || labels.length <= suffixLabels) return null;
  return labels.slice(labels.length - suffixLabels - 1).join('.');
}

/** Number of labels of the public suffix: an exception rule wins, else the longest rule; 0 when none matches. */
function countSuffixLabels(labels: readonly string[], rules: SuffixRules): number {
  let longest = 0;
  let domain = '';
  for (let count = 1; count <= labels.length; count += 1) {
    const parent = domain;
    const label = labels[labels.length - count] ?? '';
    domain = parent === '' ? label : `${label}.${parent}`;
    if (rules.exceptions.has(domain)) return count - 1;
    if (rules.suffixes.has(domain) || (parent !== '' && rules.wildcards.has(parent))) longest = count;
  }
  return longest;
}
