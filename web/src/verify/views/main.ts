import { button, element } from '../../ui/element.ts';
import { toTypedDomain } from '../../ui/typed-domain.ts';
import { fill } from '../../ui/words.ts';
import type { PageState, View } from '../state/page-state.ts';
import { drawAnswer, drawToDo, toHeadlineName } from './answer.ts';
import { drawForm } from './form.ts';
import { drawHeadline } from './headline.ts';

/** The part of the page that changes with the state. */
export function drawMain(view: View): readonly (HTMLElement | null)[] {
  const { state, actions } = view;
  const { phrases, stage } = state;
  if (stage.kind === 'form' || stage.kind === 'looking-up') return [drawForm(view)];
  const asked = element(
    'p',
    { class: 'asked' },
    element('code', { text: state.code.trim() }),
    element('span', { text: toTypedDomain(state.domain) }),
    button(phrases.checkAnother, 'link', () => actions.startAgain()),
  );
  if (stage.kind === 'answer') return [asked, ...drawAnswer(view, stage)];
  return [
    state.code === '' ? null : asked,
    drawHeadline(stage.why, phrases.headlines[stage.why], {}),
    element(
      'div',
      { class: 'choices left' },
      button(phrases.tryAgain, 'primary', () => actions.lookUp()),
    ),
    drawToDo(state, 'failed'),
  ];
}

/** The title of a tab and history entry: the answer first, without code or domain. */
export function toTitle({ phrases, site, stage }: PageState): string {
  const page = fill(phrases.pageTitle, { organization: site?.organization ?? '' }).trim();
  if (stage.kind === 'failed') return `${phrases.headlines[stage.why].label} · ${page}`;
  if (stage.kind !== 'answer') return page;
  return `${phrases.headlines[toHeadlineName(stage.answer, stage.source)].label} · ${page}`;
}
