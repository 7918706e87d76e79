import type { ComparedNotice, IssuedNotice, NoticeAnswer } from '@candor/core/verify';
import { button, element } from '../../ui/element.ts';
import { toTypedDomain } from '../../ui/typed-domain.ts';
import { count, fill, formatDate, formatNumber, formatTime } from '../../ui/words.ts';
import { listActions } from '../issued-actions.ts';
import type { PageState, Source, View } from '../page-state.ts';
import { saveAnswer } from '../save-answer.ts';
import type { Phrases } from '../words/phrases.ts';
import { countDifferences, drawAdditions, drawDifferences, drawNotes } from './differences.ts';
import { drawDropZone } from './drop-zone.ts';
import { describeReplaced, drawChecks, drawIssuedRows } from './fact-rows.ts';
import { drawHeadline } from './headline.ts';

type AnswerStage = Extract<PageState['stage'], { kind: 'answer' }>;

/** The answer, what it rests on, and what to do. */
export function drawAnswer(view: View, stage: AnswerStage): readonly (HTMLElement | null)[] {
  const { state } = view;
  const { answer, source } = stage;
  const phrases = state.phrases;
  const values = toValues(state, answer);
  const head = phrases.headlines[toHeadlineName(answer)];
  switch (answer.kind) {
    case 'unknown':
    case 'other-domain':
      return [drawHeadline(answer.kind, head, values), drawToDo(state, answer.kind)];
    case 'withdrawn':
      return [
        drawHeadline(answer.kind, head, values, answer.isMisdirected ? [phrases.misdirected] : []),
        drawToDo(state, 'withdrawn'),
        drawIssuedRows(state, answer.notice),
      ];
    case 'unproved':
      return [
        drawHeadline(answer.kind, head, values),
        drawToDo(state, 'unproved'),
        drawIssuedRows(state, answer.notice),
      ];
    case 'issued':
    case 'unreadable': {
      const trouble = answer.kind === 'unreadable' ? phrases.unreadable[answer.why] : null;
      return [
        drawHeadline(answer.kind, head, values),
        drawDropZone(view, stage.comparingBytes, trouble),
        drawIssuedRows(state, answer.notice),
      ];
    }
    case 'changed':
      return [
        drawHeadline(answer.kind, head, {
          ...values,
          differences: count(phrases, phrases.differsIn, countDifferences(answer.changes)),
        }),
        drawDifferences(state, answer.changes),
        drawAdditions(state, answer.compared),
        drawToDo(state, 'changed', source?.kind === 'pasted' ? [phrases.pastedWhole] : []),
        drawIssuedText(state, answer, answer.compared, source, phrases.saveBoth, [
          button(phrases.compareAgain, 'plain', () => view.actions.compareAgain()),
        ]),
      ];
    case 'other-sender':
      return [
        drawHeadline(answer.kind, head, { ...values, from: answer.from, domains: answer.domains.join(', ') }),
        drawToDo(state, 'other-sender'),
        ...drawCompared(state, answer, source),
      ];
    case 'superseded':
    case 'incomplete':
      return [
        drawHeadline(answer.kind, head, values, describeSource(phrases, source)),
        ...drawCompared(state, answer, source),
      ];
    case 'added':
      return [
        drawHeadline(answer.kind, head, values, describeSource(phrases, source)),
        ...drawCompared(state, answer, source),
      ];
    case 'genuine':
      return [
        drawHeadline(answer.kind, head, values, [
          ...describeReplaced(phrases, answer.notice),
          ...describeSource(phrases, source),
        ]),
        ...drawCompared(state, answer, source),
        drawReading(state),
      ];
  }
}

/** Where the mail itself can be read. Only a notice that holds leads there. */
function drawReading({ phrases, site }: PageState): HTMLElement | null {
  if (site === null || site.review === null) return null;
  const path = site.review.slice(site.review.indexOf('/'));
  return element(
    'section',
    { class: 'ruled' },
    element('h2', { text: phrases.reading.title }),
    element('p', { text: phrases.reading.what }),
    element(
      'p',
      {},
      fill(phrases.reading.type, { review: site.review }),
      ' ',
      element('a', { text: phrases.reading.open, attributes: { href: `${path}/#/enroll` } }),
    ),
  );
}

function drawCompared(
  state: PageState,
  answer: NoticeAnswer & { readonly notice: IssuedNotice; readonly compared: ComparedNotice },
  source: Source | null,
): readonly (HTMLElement | null)[] {
  const phrases = state.phrases;
  return [
    drawAdditions(state, answer.compared),
    drawChecks(state, answer.notice, answer.compared),
    drawNotes(state, answer.compared),
    answer.kind === 'superseded' ? null : drawAsked(phrases, answer.compared),
    drawIssuedText(state, answer, answer.compared, source, phrases.saveAnswer),
  ];
}

/** The numbered actions of the notice itself. */
function drawAsked(phrases: Phrases, { text }: ComparedNotice): HTMLElement | null {
  const actions = listActions(text);
  if (actions.length === 0) return null;
  const items = actions.map((action) => element('li', {}, element('p', { text: action })));
  return element(
    'section',
    {},
    element('h2', { text: phrases.asksTitle }),
    element('ol', { class: 'steps' }, ...items),
  );
}

function drawIssuedText(
  state: PageState,
  answer: NoticeAnswer,
  compared: ComparedNotice,
  source: Source | null,
  saveLabel: string,
  further: readonly HTMLElement[] = [],
): HTMLElement {
  const phrases = state.phrases;
  const text = element('pre', {
    class: 'issued-text',
    text: `${compared.subject}\n\n${compared.text}`,
    attributes: { id: 'issued-text', hidden: '' },
  });
  const toggle = button(phrases.readIssued, answer.kind === 'changed' ? 'primary' : 'plain', () => {
    text.hidden = !text.hidden;
    toggle.textContent = text.hidden ? phrases.readIssued : phrases.hideIssued;
    toggle.setAttribute('aria-expanded', String(!text.hidden));
  });
  toggle.setAttribute('aria-expanded', 'false');
  toggle.setAttribute('aria-controls', 'issued-text');
  const save = button(saveLabel, 'plain', () => saveAnswer(state, answer, source));
  return element('section', {}, element('div', { class: 'choices left' }, toggle, save, ...further), text);
}

/** What to do now, by urgency. */
export function drawToDo(
  state: PageState,
  kind: keyof Phrases['actions'],
  second: readonly string[] = [],
): HTMLElement {
  const phrases = state.phrases;
  const report = state.site?.report ?? null;
  const isForged = kind === 'changed' || kind === 'unknown' || kind === 'other-sender';
  const [most, ...others] = phrases.actions[kind];
  const actions = [
    ...(most === undefined ? [] : [most]),
    ...second,
    ...others,
    ...(report !== null && isForged ? [fill(phrases.report, { report })] : []),
  ];
  return element(
    'section',
    {},
    element('h2', { text: phrases.doNow }),
    element('ol', { class: 'steps' }, ...actions.map((text) => element('li', {}, element('p', { text })))),
  );
}

function toValues(state: PageState, answer: NoticeAnswer): Readonly<Record<string, string>> {
  const phrases = state.phrases;
  const notice = 'notice' in answer ? answer.notice : null;
  const later = answer.kind === 'withdrawn' || answer.kind === 'superseded' ? answer.at : 0;
  return {
    organization: state.site?.organization ?? '',
    typed: toTypedDomain(state.domain),
    domain: notice?.domain ?? '',
    time: formatTime(phrases, notice?.issued ?? 0),
    later: formatDate(phrases, later),
    built: formatTime(phrases, notice?.asOf ?? state.site?.built ?? 0),
  };
}

function toHeadlineName(answer: NoticeAnswer): keyof Phrases['headlines'] {
  if (answer.kind === 'unreadable') return 'issued';
  // Nothing is missing but what happened since.
  const isOld = answer.kind === 'incomplete' && answer.missing.every((proof) => proof === 'recent');
  return isOld ? 'old' : answer.kind;
}

function describeSource(phrases: Phrases, source: Source | null): readonly string[] {
  if (source === null) return [];
  if (source.kind === 'pasted') return [phrases.comparedPasted];
  return [fill(phrases.comparedFile, { file: source.name, bytes: formatNumber(phrases, source.bytes.length) })];
}
