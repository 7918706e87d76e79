import type { IssuedText } from '@candor/core/verify';
import { element } from '../../ui/element.ts';
import { fill, formatNumber } from '../../ui/words.ts';
import type { PageState } from '../state/page-state.ts';

/** The party's affected addresses beside the issued text; nothing where the notice lists none on the site. */
export function drawAffectedAddresses(
  { phrases, site }: PageState,
  addresses: IssuedText['addresses'],
): readonly HTMLElement[] {
  if (addresses === null) return [];
  const { list } = addresses;
  const total = formatNumber(phrases, addresses.total);
  const { title, listed, rest, gone } = phrases.addresses;
  const heading = element('h2', { text: title });
  if (list === null)
    return [heading, element('p', { text: fill(gone, { total, organization: site?.organization ?? '' }) })];
  const counted = fill(listed, { listed: formatNumber(phrases, list.length), total });
  return [
    heading,
    element('p', { text: list.length < addresses.total ? `${counted} ${rest}` : counted }),
    element('ul', { class: 'addresses code' }, ...list.map((address) => element('li', { text: address }))),
  ];
}
