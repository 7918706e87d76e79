import { LANGUAGE_NAMES } from '@candor/core/base';
import { LANGUAGES } from '@candor/core/notice/text';
import { button, element } from '../../ui/element.ts';
import { isDomain, toTypedRecipient } from '../../ui/typed-domain.ts';
import { fill } from '../../ui/words.ts';
import type { View } from '../state/page-state.ts';

export function drawBar({ state, actions }: View): HTMLElement {
  const phrases = state.phrases;
  const menu = element('ul', { class: 'languages', attributes: { id: 'languages', hidden: '' } });
  const toggle = button(fill(phrases.changeLanguage, { language: LANGUAGE_NAMES[state.language] }), 'link', () => {
    menu.hidden = !menu.hidden;
    toggle.setAttribute('aria-expanded', String(!menu.hidden));
    if (!menu.hidden) menu.querySelector('button')?.focus();
  });
  toggle.setAttribute('aria-expanded', 'false');
  toggle.setAttribute('aria-controls', 'languages');
  toggle.id = 'language';
  for (const language of LANGUAGES) {
    const choose = button(LANGUAGE_NAMES[language], 'link', () => actions.setLanguage(language));
    choose.lang = language;
    if (language === state.language) choose.setAttribute('aria-current', 'true');
    menu.append(element('li', {}, choose));
  }
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.hidden = true;
    toggle.setAttribute('aria-expanded', 'false');
    toggle.focus();
  });
  const { site } = state;
  return element(
    'header',
    { class: 'bar' },
    element(
      'div',
      { class: 'width' },
      element(
        'p',
        { class: 'whose' },
        element('b', { text: site?.organization ?? '' }),
        element('span', { text: phrases.checkANotice }),
      ),
      element('code', { class: 'where', text: site?.page ?? '' }),
      element('div', { class: 'language' }, toggle, menu),
    ),
  );
}

/** Three ways to check without this page, since nobody should trust a page about itself. */
export function drawAside({ state }: View): HTMLElement {
  const { aside } = state.phrases;
  const { site } = state;
  const telephone = site?.telephone ?? null;
  // Without the reader's domain an answer is incomplete.
  const recipient = isDomain(state.domain) ? toTypedRecipient(state.domain) : 'example.com';
  const option = recipient.includes('@') ? '--address' : '--domain';
  return element(
    'aside',
    { attributes: { 'aria-labelledby': 'aside-title' } },
    element(
      'section',
      {},
      element('h2', { text: aside.title, attributes: { id: 'aside-title' } }),
      element('p', { text: aside.dns }),
      element('pre', { text: `dig TXT _candor.${site?.domain ?? '…'}` }),
      element('p', { text: aside.telephone }),
      telephone === null ? null : element('p', { text: fill(aside.telephoneNumber, { telephone }) }),
      element('p', { text: aside.offline }),
      element('pre', { text: `candor verify notice.eml ${option} ${recipient} --site https://${site?.domain ?? '…'}` }),
    ),
    element('section', {}, element('h2', { text: aside.neverTitle }), element('p', { text: aside.never })),
    element('section', {}, element('h2', { text: aside.noneTitle }), element('p', { text: aside.none })),
  );
}
