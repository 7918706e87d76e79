import type { CalledOperations } from '@candor/core/contract/operations';
import type { ConsoleCatalogue } from '../../../i18n/console-catalogue.ts';
import type { Facet } from '../../../ui/react/filter/facet-pane.tsx';
import { FACET_IDS, FACET_MEMBERS, type FacetId, type PartiesAddress } from './use-parties-address.ts';

type PartyFacets = CalledOperations['parties.facets']['answer'];

/** Facets of the pane with their counts; members without a party are left out unless they are chosen. */
export function toFacets(
  counted: PartyFacets,
  { filter }: Pick<PartiesAddress, 'filter'>,
  words: ConsoleCatalogue['partiesPage'],
): readonly (Facet & { readonly id: FacetId })[] {
  return FACET_IDS.map((id) => {
    const { total, members } = counted[id];
    const chosen: readonly string[] = filter[id];
    const names: Readonly<Record<string, string>> = words[id];
    return {
      id,
      name: words.facets[id],
      total,
      isSized: id === 'sizes',
      members: FACET_MEMBERS[id]
        .map((member) => ({
          id: member,
          name: names[member] ?? member,
          count: members[member] ?? 0,
          isChosen: chosen.includes(member),
        }))
        .filter(({ count, isChosen }) => count > 0 || isChosen),
    };
  });
}
