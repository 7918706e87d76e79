import type { Phrases } from '../../i18n/catalogues.ts';
import { element } from '../../ui/element.ts';
import { type MarkKind, mark } from '../../ui/mark.ts';
import { fill } from '../../ui/words.ts';
import type { ShownAnswer } from '../state/page-state.ts';

/** The style of an answer: passed, waiting, or refused, each with shape and word beside its colour. */
type Tone = 'passed' | 'wait' | 'refused';

const TONES: Readonly<Record<ShownAnswer['kind'] | 'failed' | 'old-browser', Tone>> = {
  genuine: 'passed',
  issued: 'wait',
  unreadable: 'wait',
  added: 'wait',
  rewritten: 'wait',
  replaced: 'wait',
  partial: 'wait',
  ambiguous: 'wait',
  'words-alone': 'wait',
  superseded: 'wait',
  incomplete: 'wait',
  failed: 'wait',
  'old-browser': 'wait',
  unknown: 'refused',
  'other-domain': 'refused',
  withdrawn: 'refused',
  unproved: 'refused',
  changed: 'refused',
  inside: 'refused',
  'not-the-notice': 'wait',
};
const MARKS: Readonly<Record<Tone, MarkKind>> = { passed: 'tick', wait: 'ring', refused: 'cross' };

/** The answer itself. Takes the focus, so that a screen reader reads it next. */
export function drawHeadline(
  kind: keyof typeof TONES,
  headline: Phrases['headlines']['issued'],
  values: Readonly<Record<string, string>>,
  further: readonly string[] = [],
): HTMLElement {
  const tone = TONES[kind];
  const lead = [fill(headline.lead, values), ...further].join(' ');
  return element(
    'section',
    { class: `answer ${tone}` },
    element('p', { class: 'label' }, mark(MARKS[tone]), element('span', { text: headline.label })),
    element('h1', { text: fill(headline.title, values), attributes: { tabindex: '-1' } }),
    element('p', { class: 'lead', text: lead }),
  );
}
