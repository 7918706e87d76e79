import type { PartyExposure } from '@candor/core/impact';

/**
 * Ids under which a notice to a party may have been approved: its own, those that a person has made one with it, and the domain or address that was an id until a
 * directory gave it to this one. `present` are the ids of all parties: a domain at which a party has an address may be another party.
 */
export function listFormerIds(
  { party, mergedIds, domains, addresses }: Pick<PartyExposure, 'party' | 'mergedIds' | 'domains' | 'addresses'>,
  present: ReadonlySet<string>,
): readonly string[] {
  const former = [...domains, ...addresses.map(({ address }) => address)].filter((id) => !present.has(id));
  return [party, ...mergedIds, ...former];
}

/** Whether a party has the domain or address that an id stands for. */
export function holdsId({ domains, addresses }: Pick<PartyExposure, 'domains' | 'addresses'>, id: string): boolean {
  return domains.includes(id) || addresses.some(({ address }) => address === id);
}
