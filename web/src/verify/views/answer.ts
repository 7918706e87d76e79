import type { IssuedText } from '@candor/core/verify';
import type { Phrases } from '../../i18n/catalogues.ts';
import { button, element } from '../../ui/element.ts';
import { toTypedRecipient } from '../../ui/typed-domain.ts';
import { count, fill, formatDate, formatNumber, formatTime } from '../../ui/words.ts';
import type { PageState, ShownAnswer, Source, View } from '../state/page-state.ts';
import { saveAnswer } from '../state/save-answer.ts';
import { unwrapText } from '../state/unwrapped-text.ts';
import { drawAffectedAddresses, drawFound } from './affected-lists.ts';
import { drawDropZone } from './drop-zone.ts';
import { describeReplaced, drawChecks, drawIssuedRows, drawParts, toRewrittenName } from './fact-rows.ts';
import { drawHeadline } from './headline.ts';
import { differences } from './loaded-differences.ts';

type IssuedAnswer = Extract<ShownAnswer, { readonly issued: IssuedText | null }>;
type ComparedAnswer = Extract<ShownAnswer, { readonly compared: unknown }>;
type AnswerStage = Extract<PageState['stage'], { kind: 'answer' }>;

export function drawAnswer(view: View, stage: AnswerStage): readonly (HTMLElement | null)[] {
  const { state } = view;
  const { answer, source } = stage;
  const phrases = state.phrases;
  const values = toValues(state, answer);
  const head = phrases.headlines[toHeadlineName(answer, source)];
  switch (answer.kind) {
    case 'unknown':
      return [drawHeadline(answer.kind, head, values), drawToDo(state, answer.kind)];
    case 'other-domain':
      return [drawHeadline(answer.kind, head, values), drawToDo(state, toOtherName(answer))];
    case 'withdrawn':
      return [
        drawHeadline(answer.kind, head, values, answer.isMisdirected ? [phrases.misdirected] : []),
        drawToDo(state, 'withdrawn'),
        drawIssuedRows(state, answer.notice, null),
      ];
    case 'unproved':
      return [
        drawHeadline(answer.kind, head, values),
        drawToDo(state, 'unproved'),
        drawIssuedRows(state, answer.notice, null),
      ];
    case 'issued':
    case 'unreadable': {
      const trouble = answer.kind === 'unreadable' ? phrases.unreadable[answer.why] : null;
      return [
        drawHeadline(answer.kind, head, values, stage.isMessageGone && trouble === null ? [phrases.messageGone] : []),
        drawDropZone(view, true, stage.comparingBytes, trouble),
        drawIssuedRows(state, answer.notice, answer.issued),
        drawIssuedText(view, answer, source),
      ];
    }
    case 'not-the-notice':
      return [
        drawHeadline(answer.kind, head, values),
        drawDropZone(view, true, stage.comparingBytes, null),
        drawToDo(state, answer.kind),
        drawIssuedText(view, answer, source),
      ];
    case 'changed':
      return [
        drawHeadline(answer.kind, head, {
          ...values,
          differences: count(phrases, phrases.differsIn, differences().countDifferences(answer.changes)),
        }),
        differences().drawDifferences(state, answer.changes),
        differences().drawAdditions(state, answer.compared),
        drawParts(state, answer.compared),
        answer.compared.isActedOn
          ? drawToDo(state, 'changed', source?.kind === 'pasted' ? [phrases.pastedWhole] : [])
          : drawToDo(state, 'inside'),
        drawIssuedText(view, answer, source),
      ];
    case 'inside':
      return [
        drawHeadline(answer.kind, head, { ...values, ...answer.outer }),
        differences().drawAdditions(state, answer.compared),
        drawToDo(state, answer.kind),
        ...drawCompared(view, answer, source),
      ];
    case 'superseded':
    case 'incomplete':
    case 'ambiguous':
    case 'added':
    case 'partial':
    case 'replaced':
    case 'rewritten':
    case 'words-alone':
      return [
        drawHeadline(answer.kind, head, values, describeSource(phrases, source)),
        differences().drawAdditions(state, answer.compared),
        ...drawCompared(view, answer, source),
      ];
    case 'genuine':
      return [
        drawHeadline(answer.kind, head, values, [
          ...describeReplaced(phrases, answer.notice),
          ...describeSource(phrases, source),
        ]),
        drawReading(state),
        ...drawCompared(view, answer, source),
      ];
  }
}

/** The link to the mail itself: the next step, only for a genuine notice. */
function drawReading({ phrases, site }: PageState): HTMLElement | null {
  if (site === null || site.review === null) return null;
  const { reading } = phrases;
  return element(
    'section',
    { class: 'reading' },
    element('a', {
      class: 'button primary',
      text: reading.open,
      attributes: { href: toReviewAddress(site.review, site.page) },
    }),
    element('p', { class: 'hint', text: `${reading.what} ${fill(reading.type, { review: site.review })}` }),
  );
}

/** `harbor.example/review` on the page's own host is a path. */
function toReviewAddress(review: string, page: string): string {
  const [host, ownHost] = [review, page].map((address) => address.replace(/\/.*$/s, ''));
  const address = host === ownHost ? review.slice(review.indexOf('/')) : `https://${review}`;
  return `${address.replace(/\/$/, '')}/#/enroll`;
}

function drawCompared(view: View, answer: ComparedAnswer, source: Source | null): readonly (HTMLElement | null)[] {
  const { state } = view;
  return [
    drawParts(state, answer.compared),
    drawChecks(state, answer.notice, answer.issued, answer.compared),
    differences().drawNotes(state, answer.compared),
    answer.kind === 'superseded' ? null : drawAsked(state.phrases, answer.issued),
    drawIssuedText(view, answer, source),
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
    element('ol', { class: 'steps', attributes: { lang: issued?.language ?? null } }, ...items),
  );
}

/** The complete issued text beside every answer that has it: the copy is judged, this is read. */
function drawIssuedText({ state, actions }: View, answer: IssuedAnswer, source: Source | null): HTMLElement | null {
  const { issued } = answer;
  if (issued === null) return null;
  const phrases = state.phrases;
  const hasZone = answer.kind === 'issued' || answer.kind === 'unreadable' || answer.kind === 'not-the-notice';
  const lines = unwrapText(`${issued.subject}\n\n${issued.text}`);
  const text = element(
    'div',
    { class: 'issued-text code', attributes: { id: 'issued-text', lang: issued.language } },
    ...lines.map((line) => element('p', { class: line.isHanging ? 'hanging' : '', text: line.text })),
  );
  return element(
    'section',
    {},
    element('h2', { text: phrases.issuedText }),
    element('p', { class: 'hint', text: phrases.issuedTextHint }),
    text,
    ...drawAffectedAddresses(state, issued.addresses),
    ...drawFound(state, issued.found),
    element(
      'div',
      { class: 'choices left' },
      button(phrases.saveAnswer, 'plain', () => saveAnswer(state, answer, source)),
      // Devices without a mouse have no drag and drop.
      hasZone ? null : button(phrases.compareAgain, 'plain', () => actions.compareAgain()),
    ),
  );
}

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

function toValues(state: PageState, answer: ShownAnswer): Readonly<Record<string, string>> {
  const phrases = state.phrases;
  const notice = 'notice' in answer ? answer.notice : null;
  const later = answer.kind === 'withdrawn' || answer.kind === 'superseded' ? answer.at : 0;
  return {
    organization: state.site?.organization ?? '',
    typed: toTypedRecipient(state.domain),
    domain: notice?.issuedTo.value ?? '',
    time: formatTime(phrases, notice?.issued ?? 0),
    later: formatDate(phrases, later),
    built: formatTime(phrases, notice?.asOf ?? state.site?.built ?? 0),
    lines: countLines(phrases, answer),
  };
}

function countLines(phrases: Phrases, answer: ShownAnswer): string {
  const notes = 'compared' in answer ? answer.compared.notes : [];
  const partial = notes.find((note) => note.kind === 'partial');
  return partial === undefined ? '' : count(phrases, phrases.partialLines, partial.lines);
}

/** What the code is bound to decides what the reader checks. */
function toOtherName({
  asked,
}: Extract<ShownAnswer, { readonly kind: 'other-domain' }>): 'other-domain' | 'other-address' {
  return asked === 'address' ? 'other-address' : 'other-domain';
}

export function toHeadlineName(answer: ShownAnswer, source: Source | null): keyof Phrases['headlines'] {
  if (answer.kind === 'other-domain') return toOtherName(answer);
  if (answer.kind === 'unreadable') return 'issued';
  if (answer.kind === 'not-the-notice' && source?.kind === 'pasted') return 'pasted-not-the-notice';
  if (answer.kind === 'rewritten' && answer.compared.rewritten !== null)
    return toRewrittenName(answer.compared.rewritten);
  if (answer.kind === 'changed' && !answer.compared.isActedOn) return 'changed-beside';
  // Only what happened since is missing.
  const isOld = answer.kind === 'incomplete' && answer.missing.every((proof) => proof === 'recent');
  return isOld ? 'old' : answer.kind;
}

function describeSource(phrases: Phrases, source: Source | null): readonly string[] {
  if (source === null) return [];
  if (source.kind === 'pasted') return [phrases.comparedPasted];
  return [fill(phrases.comparedFile, { file: source.name, bytes: formatNumber(phrases, source.bytes.length) })];
}

/** `  1. …` in the issued text; indented lines after it belong to it (docs/formats/notice.md). */
const ACTION = /^ {1,2}\d\. (.*)$/;
const GOES_ON = /^ {4}(\S.*)$/;

function listActions(text: string): readonly string[] {
  const actions: string[] = [];
  let isOpen = false;
  for (const line of text.split('\n')) {
    const action = ACTION.exec(line)?.[1];
    const rest: string | undefined = isOpen ? GOES_ON.exec(line)?.[1] : undefined;
    if (action !== undefined) actions.push(action);
    else if (rest !== undefined) actions.push(`${actions.pop() ?? ''} ${rest}`);
    isOpen = action !== undefined || rest !== undefined;
  }
  return actions;
}
