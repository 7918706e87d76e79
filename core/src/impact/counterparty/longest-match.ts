/**
 * The longest of `domain` and the domains above it, down to the registrable one, that `names` has; null when none. What
 * lies above the registrable domain matches nothing (docs/formats/parties-csv.md, Which parties): no entry may ever
 * take in unrelated organizations.
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
