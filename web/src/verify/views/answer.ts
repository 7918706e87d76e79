import type { IssuedText, NoticeAnswer } from '@candor/core/verify';
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

type IssuedAnswer = Extract<NoticeAnswer, { readonly issued: IssuedText | null }>;
type ComparedAnswer = Extract<NoticeAnswer, { readonly compared: unknown }>;
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
        drawIssuedText(state, answer, source),
        drawIssuedRows(state, answer.notice),
      ];
    }
    case 'not-the-notice':
      return [
        drawHeadline(answer.kind, head, values),
        drawDropZone(view, stage.comparingBytes, null),
        drawToDo(state, answer.kind),
        drawIssuedText(state, answer, source),
      ];
    case 'changed':
      return [
        drawHeadline(answer.kind, head, {
          ...values,
          differences: count(phrases, phrases.differsIn, countDifferences(answer.changes)),
        }),
        drawDifferences(state, answer.changes),
        drawAdditions(state, answer.compared),
        drawToDo(state, 'changed', source?.kind === 'pasted' ? [phrases.pastedWhole] : []),
        drawIssuedText(state, answer, source, [
          button(phrases.compareAgain, 'plain', () => view.actions.compareAgain()),
        ]),
      ];
    case 'inside':
      return [
        drawHeadline(answer.kind, head, { ...values, ...answer.outer }),
        drawAdditions(state, answer.compared),
        drawToDo(state, answer.kind),
        ...drawCompared(state, answer, source),
      ];
    case 'superseded':
    case 'incomplete':
    case 'added':
    case 'rewritten':
    case 'words-alone':
      return [
        drawHeadline(answer.kind, head, values, describeSource(phrases, source)),
        drawAdditions(state, answer.compared),
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
  answer: ComparedAnswer,
  source: Source | null,
): readonly (HTMLElement | null)[] {
  return [
    drawChecks(state, answer.notice, answer.issued),
    drawNotes(state, answer.compared),
    answer.kind === 'superseded' ? null : drawAsked(state.phrases, answer.issued),
    drawIssuedText(state, answer, source),
  ];
}

/** The numbered actions of the notice itself. */
function drawAsked(phrases: Phrases, issued: IssuedText | null): HTMLElement | null {
  const actions = issued === null ? [] : listActions(issued.text);
  if (actions.length === 0) return null;
  const items = actions.map((action) => element('li', {}, element('p', { text: action })));
  return element(
    'section',
    {},
    element('h2', { text: phrases.asksTitle }),
    element('ol', { class: 'steps' }, ...items),
  );
}

/** The words as issued: shown at once where the copy says something else. Nothing where a proof of them is missing. */
function drawIssuedText(
  state: PageState,
  answer: IssuedAnswer,
  source: Source | null,
  further: readonly HTMLElement[] = [],
): HTMLElement | null {
  const { issued } = answer;
  if (issued === null) return null;
  const phrases = state.phrases;
  const isShown = answer.kind !== 'genuine' && answer.kind !== 'issued' && answer.kind !== 'unreadable';
  const text = element('pre', {
    class: 'issued-text',
    text: `${issued.subject}\n\n${issued.text}`,
    attributes: { id: 'issued-text' },
  });
  text.hidden = !isShown;
  const toggle = button(isShown ? phrases.hideIssued : phrases.readIssued, 'plain', () => {
    text.hidden = !text.hidden;
    toggle.textContent = text.hidden ? phrases.readIssued : phrases.hideIssued;
    toggle.setAttribute('aria-expanded', String(!text.hidden));
  });
  toggle.setAttribute('aria-expanded', String(isShown));
  toggle.setAttribute('aria-controls', 'issued-text');
  const label = answer.kind === 'changed' ? phrases.saveBoth : phrases.saveAnswer;
  const save = button(label, 'plain', () => saveAnswer(state, answer, source));
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
  const isForged = kind === 'changed' || kind === 'unknown' || kind === 'inside';
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
