import { readInstant, toVisible } from '@candor/core/base';
import type { IssuedText } from '@candor/core/verify';
import { element } from '../../ui/element.ts';
import { count, fill, formatDate, formatNumber } from '../../ui/words.ts';
import type { PageState } from '../state/page-state.ts';

type Found = NonNullable<NonNullable<IssuedText['found']>['list']>;

/** The party's affected addresses beside the issued text; nothing when the notice lists none on the site. */
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

/** Where passwords or keys are, and which kinds of sensitive data were found: only here, never in open mail. */
export function drawFound({ phrases, site }: PageState, found: IssuedText['found']): readonly HTMLElement[] {
  if (found === null) return [];
  const { total, list } = found;
  const { title, row, rest, gone } = phrases.secrets;
  const organization = site?.organization ?? '';
  if (list === null) return [element('p', { text: fill(gone, { organization }) })];
  const { messages } = list;
  const texts = [
    fill(phrases.addresses.listed, {
      listed: formatNumber(phrases, messages.length),
      total: formatNumber(phrases, total),
    }),
    ...(messages.length === 0 ? [] : [row]),
    ...(messages.length < total ? [fill(rest, { organization })] : []),
  ];
  const secrets = total === 0 ? [] : [element('h2', { text: title }), element('p', { text: texts.join(' ') })];
  return [...secrets, ...drawMessages(phrases, messages), ...drawKinds(phrases, list)];
}

/** As many as the text of the notice has; the others behind a summary, which prints open. */
const SHOWN = 10;

function drawMessages(phrases: PageState['phrases'], messages: Found['messages']): readonly HTMLElement[] {
  const { noDate, noId, all } = phrases.secrets;
  const draw = (some: Found['messages']) =>
    element(
      'ul',
      { class: 'messages code' },
      ...some.map(({ address, date, messageId }) => {
        const at = date === null ? null : readInstant(`${date}T00:00:00Z`);
        const day = at === null ? noDate : formatDate(phrases, at);
        const cells = [day, address, messageId === null ? noId : toVisible(messageId)];
        return element('li', {}, ...cells.map((text) => element('span', { text })));
      }),
    );
  const more = messages.slice(SHOWN);
  return [
    ...(messages.length === 0 ? [] : [draw(messages.slice(0, SHOWN))]),
    ...(more.length === 0
      ? []
      : [
          element(
            'details',
            { class: 'how' },
            element('summary', { text: fill(all, { n: formatNumber(phrases, messages.length) }) }),
            draw(more),
          ),
        ]),
  ];
}

function drawKinds(phrases: PageState['phrases'], { sensitive }: Found): readonly HTMLElement[] {
  const { sensitiveTitle, found, kinds, both } = phrases.secrets;
  const texts = (['health', 'special-category'] as const).flatMap((kind) => {
    const n = sensitive[kind];
    return n === undefined ? [] : [count(phrases, found, n, { kind: kinds[kind] })];
  });
  if (texts.length === 0) return [];
  return [
    element('h2', { text: sensitiveTitle }),
    element('p', { text: [...texts, ...(texts.length > 1 ? [both] : [])].join(' ') }),
  ];
}
