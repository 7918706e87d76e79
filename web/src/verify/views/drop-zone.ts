import { button, element } from '../../ui/element.ts';
import { fill, formatNumber } from '../../ui/words.ts';
import { readFile } from '../state/message-intake.ts';
import type { View } from '../state/page-state.ts';

/** File types of saved messages. */
const ENDINGS = '.eml,.msg,.txt,.text,.html,.htm,message/rfc822,text/plain,text/html,application/vnd.ms-outlook';

/**
 * Accepts the message: dropped anywhere on the page, chosen or pasted. `isPrimary`: the only action of an answer;
 * beside the form it is one of two. `trouble`: why the last message could not be read.
 */
export function drawDropZone(
  view: View,
  isPrimary: boolean,
  comparingBytes: number | null,
  trouble: string | null,
): HTMLElement {
  const { state, actions } = view;
  const phrases = state.phrases;
  const chooser = element('input', {
    class: 'unseen',
    attributes: { type: 'file', accept: ENDINGS, tabindex: '-1', 'aria-hidden': 'true' },
    on: {
      change: async () => {
        const file = chooser.files?.[0];
        if (file !== undefined) actions.take(await readFile(file));
      },
    },
  });
  return element(
    'section',
    { class: isPrimary ? 'zone' : 'zone first', attributes: { 'aria-labelledby': 'zone-title' } },
    element(
      'h2',
      { attributes: { id: 'zone-title' } },
      element('span', { class: 'wide', text: phrases.giveTitle }),
      element('span', { class: 'narrow', text: phrases.giveNarrow }),
    ),
    element('p', { text: phrases.dropText }),
    comparingBytes === null
      ? null
      : element('p', {
          class: 'comparing',
          text: fill(phrases.comparing, { bytes: formatNumber(phrases, comparingBytes) }),
          attributes: { role: 'status' },
        }),
    trouble === null ? null : element('p', { class: 'trouble', text: trouble, attributes: { role: 'alert' } }),
    chooser,
    ...drawWays(view, isPrimary, () => chooser.click()),
  );
}

function drawWays({ state, actions }: View, isPrimary: boolean, choose: () => void): readonly HTMLElement[] {
  const phrases = state.phrases;
  const text = element('textarea', { class: 'field', attributes: { id: 'pasted', rows: '10', spellcheck: 'false' } });
  const pasting = element(
    'div',
    { class: 'pasting', attributes: { hidden: '' } },
    element('label', { text: phrases.pasteLabel, attributes: { for: 'pasted' } }),
    text,
    button(phrases.compareText, isPrimary ? 'primary' : 'plain', () =>
      actions.take({ kind: 'pasted', text: text.value }),
    ),
  );
  const paste = button(phrases.pasteText, 'plain', () => {
    pasting.hidden = !pasting.hidden;
    paste.setAttribute('aria-expanded', String(!pasting.hidden));
    if (!pasting.hidden) text.focus();
  });
  paste.setAttribute('aria-expanded', 'false');
  const file = button(phrases.chooseFile, isPrimary ? 'primary' : 'plain', choose);
  return [element('div', { class: 'choices' }, file, paste), pasting];
}
