import { detachText, toALabels } from '@candor/core/base';
import type { AddressUse } from '@candor/core/evidence/message';
import { findRegistrableDomain, type SuffixRules } from '../reference/suffix-rules.ts';
import { toTenantDomain } from './tenant.ts';

/** Why an address has no party: the codes of unresolved.jsonl (docs/formats/unresolved-jsonl.md). */
export type UnresolvedAddressReason = 'no-registrable-domain' | 'ip-literal' | 'no-domain' | 'unparsable';

/** An outside address with a registrable domain: lower case, domains as A-labels. */
export interface Counterparty {
  readonly address: string;
  readonly domain: string;
  readonly registrableDomain: string;
}

/**
 * What an address of a message's headers is.
 *
 * - `internal`: at or below a domain of the organization; belongs to no party.
 * - `counterparty`: an outside address; belongs to exactly one party.
 * - `unresolved`: goes to the unresolved list with `value`; never dropped, never guessed.
 */
export type AddressClass =
  | { readonly state: 'internal' }
  | ({ readonly state: 'counterparty' } & Counterparty)
  | { readonly state: 'unresolved'; readonly value: string; readonly reason: UnresolvedAddressReason };

/** Classifies addresses; caches domains, so that a mailbox of a million messages costs one lookup per address. */
export type AddressClassifier = (use: Pick<AddressUse, 'address' | 'unreadable'>) => AddressClass;

const INTERNAL: AddressClass = { state: 'internal' };

type DomainClass = 'internal' | { readonly registrableDomain: string | null; readonly domain: string };

/**
 * `organizationDomains` are lower-case A-labels. Internal takes precedence over the suffix list: an organization's name
 * may be below a shared host or an unlisted top-level name.
 */
export function createAddressClassifier(organizationDomains: readonly string[], rules: SuffixRules): AddressClassifier {
  const domains = new Map<string, DomainClass>();
  const internal = new Set(organizationDomains);

  const classifyDomain = (written: string): DomainClass => {
    const known = domains.get(written);
    if (known !== undefined) return known;
    const own = detachText(written);
    const labels = toALabels(own);
    const domain = toTenantDomain(labels);
    const found: DomainClass =
      isAtOrBelow(labels, internal) || isAtOrBelow(domain, internal)
        ? 'internal'
        : { domain, registrableDomain: findRegistrableDomain(domain, rules) };
    domains.set(own, found);
    return found;
  };

  return ({ address, unreadable }) => {
    if (unreadable === 'unparsable') return { state: 'unresolved', value: address, reason: 'unparsable' };
    const lower = address.toLowerCase();
    const at = unreadable === 'no-domain' ? -1 : findDomainSeparator(lower);
    const written = lower.slice(at + 1);
    if (at < 0 || written === '') return { state: 'unresolved', value: lower, reason: 'no-domain' };
    if (written.startsWith('[')) return { state: 'unresolved', value: lower, reason: 'ip-literal' };
    const found = classifyDomain(written);
    if (found === 'internal') return INTERNAL;
    const { domain, registrableDomain } = found;
    const normal = domain === written ? lower : `${lower.slice(0, at + 1)}${domain}`;
    if (registrableDomain === null) return { state: 'unresolved', value: normal, reason: 'no-registrable-domain' };
    return { state: 'counterparty', address: normal, domain, registrableDomain };
  };
}

/**
 * Position of the `@` before the domain, or -1. Domains contain no `@`, so it is the last one outside a quoted local
 * part, except for a literal in square brackets.
 */
export function findDomainSeparator(address: string): number {
  if (address.endsWith(']')) {
    const literal = address.lastIndexOf('@[');
    if (literal >= 0) return literal;
  }
  return address.endsWith('"') ? -1 : address.lastIndexOf('@');
}

/** Whether `domain` or a parent is one of `domains`, all lower-case A-labels. */
export function isAtOrBelow(domain: string, domains: ReadonlySet<string>): boolean {
  for (let rest = domain; ; ) {
    if (domains.has(rest)) return true;
    const dot = rest.indexOf('.');
    if (dot < 0) return false;
    rest = rest.slice(dot + 1);
  }
}

/**
 * The longest of `domain` and its parents, down to the registrable one, in `names`; null when none. Nothing above the
 * registrable domain matches (docs/formats/parties-csv.md, Which parties): an entry must never include unrelated
 * organizations.
 */
export function findLongest(
  domain: string,
  registrableDomain: string,
  names: { has(name: string): boolean },
): string | null {
  for (let rest = domain; rest.length >= registrableDomain.length; ) {
    if (names.has(rest)) return rest;
    const dot = rest.indexOf('.');
    if (dot < 0) return null;
    rest = rest.slice(dot + 1);
  }
  return null;
}

/**
 * A readable address in the form of parties (docs/formats/parties-csv.md, Addresses): lower case, domain in A-labels, a
 * tenant's routing domain as the tenant's.
 */
export function toKnownForm(address: string): string {
  const lower = address.toLowerCase();
  const at = findDomainSeparator(lower);
  return at < 0 ? lower : `${lower.slice(0, at + 1)}${toTenantDomain(toALabels(lower.slice(at + 1)))}`;
}
