/** Parties that a sentence names; how many there are it says besides. */
const NAMED = 3;

/** The first of these parties, for a sentence that refuses something because of them. */
export function nameParties(parties: readonly { readonly party: string }[]): string {
  return parties
    .slice(0, NAMED)
    .map(({ party }) => party)
    .join(', ');
}
