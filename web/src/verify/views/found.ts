import { button, element } from '../../ui/element.ts';
import { count, fill } from '../../ui/words.ts';
import type { HeldMessage, View } from '../state/page-state.ts';

/** What was found in a message that was given before its code: filled in below, for the reader to confirm. */
export function drawFound({ state, actions }: View, held: HeldMessage): HTMLElement {
  const { phrases, code, domain } = state;
  const { found } = phrases;
  const { source, codes, domains, trouble } = held;
  const name = source.kind === 'file' ? source.name : found.pasted;
  const isWanting = trouble !== null || codes.length === 0;
  const codeSentence = codes.length === 0 ? found.noCode : count(phrases, found.codes, codes.length);
  const domainSentence = domains.length === 0 ? found.noDomain : found.confirm;
  return element(
    'section',
    { class: isWanting ? 'found wanting' : 'found' },
    element('h2', { text: fill(found.title, { name }), attributes: { id: 'found', tabindex: '-1' } }),
    ...(trouble === null
      ? [element('p', { text: codeSentence }), element('p', { text: domainSentence })]
      : [element('p', { class: 'trouble', text: phrases.unreadable[trouble] })]),
    drawChoices(found.chooseCode, codes.length > 1 ? codes : [], code, (text) => actions.choose('code', text)),
    drawChoices(found.chooseDomain, domains.some((each) => each !== domain) ? domains : [], domain, (text) =>
      actions.choose('domain', text),
    ),
    button(found.release, 'link', () => actions.release()),
  );
}

function drawChoices(
  label: string,
  choices: readonly string[],
  chosen: string,
  choose: (text: string) => void,
): HTMLElement | null {
  if (choices.length === 0) return null;
  const buttons = choices.map((text) => {
    const made = button(text, 'plain', () => choose(text));
    made.classList.add('small');
    made.setAttribute('aria-pressed', String(text === chosen));
    return made;
  });
  return element(
    'div',
    { class: 'options', attributes: { role: 'group', 'aria-label': label } },
    element('span', { text: label }),
    ...buttons,
  );
}
