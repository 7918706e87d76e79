import { button, element } from '../../ui/element.ts';
import { fill, formatNumber } from '../../ui/words.ts';
import type { View } from '../page-state.ts';

/** Where the received message goes in: dropped, chosen or pasted. `trouble` says why the last one could not be read. */
export function drawDropZone(
  { state, actions }: View,
  comparingBytes: number | null,
  trouble: string | null,
): HTMLElement {
  const phrases = state.phrases;
  const chooser = element('input', {
    class: 'unseen',
    attributes: {
      type: 'file',
      accept: '.eml,.txt,.msg,message/rfc822,text/plain',
      tabindex: '-1',
      'aria-hidden': 'true',
    },
    on: { change: () => void takeFile(chooser.files?.[0]) },
  });
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    actions.compare({ kind: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  const text = element('textarea', { class: 'field', attributes: { id: 'pasted', rows: '10', spellcheck: 'false' } });
  const pasting = element(
    'div',
    { class: 'pasting', attributes: { hidden: '' } },
    element('label', { text: phrases.pasteLabel, attributes: { for: 'pasted' } }),
    text,
    button(phrases.compareText, 'primary', () => actions.compare({ kind: 'pasted', text: text.value })),
  );
  const paste = button(phrases.pasteText, 'plain', () => {
    pasting.hidden = !pasting.hidden;
    paste.setAttribute('aria-expanded', String(!pasting.hidden));
    if (!pasting.hidden) text.focus();
  });
  paste.setAttribute('aria-expanded', 'false');
  const zone = element(
    'section',
    { class: 'zone', attributes: { 'aria-labelledby': 'zone-title' } },
    element(
      'h2',
      { attributes: { id: 'zone-title' } },
      element('span', { class: 'wide', text: phrases.dropTitle }),
      element('span', { class: 'narrow', text: phrases.compareTitle }),
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
    element(
      'div',
      { class: 'choices' },
      button(phrases.chooseFile, 'primary', () => chooser.click()),
      paste,
    ),
    pasting,
  );
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    const file = event.dataTransfer?.files[0];
    const dropped = event.dataTransfer?.getData('text/plain') ?? '';
    if (file !== undefined) void takeFile(file);
    else if (dropped !== '') actions.compare({ kind: 'pasted', text: dropped });
  });
  return zone;
}
