import type { CheckState, IssuedNotice, IssuedText } from '@candor/core/verify';
import { element } from '../../ui/element.ts';
import { type MarkKind, mark } from '../../ui/mark.ts';
import { count, fill, formatDate, formatNumber, formatTime } from '../../ui/words.ts';
import type { PageState } from '../page-state.ts';
import type { Phrases } from '../words/phrases.ts';

/** What was issued, before anything was compared: nothing of what the notice says. */
export function drawIssuedRows(state: PageState, notice: IssuedNotice): HTMLElement {
  const phrases = state.phrases;
  const { rows } = phrases;
  const kind = phrases.kinds[notice.kind];
  const facts: (readonly [string, string])[] = [
    [rows.notice, fill(phrases.ordinal, { n: formatNumber(phrases, notice.ordinal), domain: notice.domain, kind })],
  ];
  const of = (instant: number): string => fill(phrases.noticeOf, { time: formatTime(phrases, instant) });
  if (notice.follows !== null) facts.push([rows.replaces, of(notice.follows)]);
  if (notice.supersededAt !== null) facts.push([rows.replacedBy, of(notice.supersededAt)]);
  facts.push(
    [rows.approvedBy, describeApprovals(phrases, notice, phrases.bothValid)],
    [rows.log, describeLog(phrases, notice)],
  );
  if (!notice.isRecent) facts.push([phrases.checks.valid, describeValid(state, notice)]);
  return element(
    'section',
    {},
    element('h2', { text: phrases.issuedTitle }),
    element('dl', { class: 'rows' }, ...facts.map(([name, fact]) => row(null, name, fact))),
  );
}

interface CheckRow {
  readonly name: string;
  readonly state: CheckState;
  readonly fact: string;
}

const MARKS: Readonly<Record<CheckState, MarkKind>> = { passed: 'tick', missing: 'ring', failed: 'cross' };

/** The six checks as rows, each with its own mark and fact. */
export function drawChecks(state: PageState, notice: IssuedNotice, text: IssuedText | null): HTMLElement {
  const phrases = state.phrases;
  const { checks, states } = phrases;
  const time = formatTime(phrases, notice.issued);
  const { supersededAt, proof } = notice;
  const rows: readonly CheckRow[] = [
    { name: checks.code, state: 'passed', fact: fill(phrases.codeFact, { time }) },
    { name: checks.domain, state: 'passed', fact: fill(phrases.domainFact, { domain: notice.domain }) },
    {
      name: checks.text,
      state: proof.text,
      fact:
        text === null
          ? phrases.fileMissing
          : count(phrases, phrases.textFact, text.lineCount, { digest: shorten(text.digest) }),
    },
    { name: checks.approvals, state: proof.approvals, fact: describeApprovals(phrases, notice, phrases.approvalsFact) },
    { name: checks.log, state: proof.log, fact: describeLog(phrases, notice) },
    {
      name: checks.valid,
      state: supersededAt !== null ? 'failed' : notice.isRecent ? 'passed' : 'missing',
      fact: describeValid(state, notice),
    },
  ];
  const passed = rows.filter((check) => check.state === 'passed').length;
  return element(
    'section',
    {},
    element('h2', { text: fill(phrases.checksTitle, { passed: String(passed) }) }),
    element(
      'dl',
      { class: 'rows checks' },
      ...rows.map((check) => row(check.state, check.name, check.fact, states[check.state])),
    ),
    element('p', { class: 'hint', text: phrases.notChecked }),
  );
}

function row(state: CheckState | null, name: string, fact: string, word = ''): HTMLElement {
  const heading =
    state === null ? [name] : [mark(MARKS[state]), element('span', { class: 'unseen', text: `${word}: ` }), name];
  return element('div', { class: state ?? '' }, element('dt', {}, ...heading), element('dd', {}, ...withCode(fact)));
}

/** Digests in the type of code, so that they are compared letter by letter. */
function withCode(fact: string): readonly (HTMLElement | string)[] {
  return fact
    .split(/((?:[0-9a-f]{4}-)+(?:…-)?[0-9a-f]{4})/)
    .map((part, at) => (at % 2 === 1 ? element('code', { text: part }) : part));
}

function describeApprovals(phrases: Phrases, { proof }: IssuedNotice, passed: string): string {
  if (proof.approvals === 'missing') return phrases.fileMissing;
  if (proof.approvals === 'failed') return phrases.signaturesFail;
  return fill(passed, { names: proof.approvers.join(', '), key: proof.fingerprint ?? '' });
}

/** The date out of the notice's own slot, which whoever serves the files cannot make later. */
function describeValid({ phrases, site }: PageState, { asOf, isRecent, supersededAt, issued }: IssuedNotice): string {
  if (supersededAt !== null) return fill(phrases.replacedFact, { time: formatTime(phrases, supersededAt) });
  const time = formatTime(phrases, asOf ?? site?.built ?? issued);
  return fill(isRecent ? phrases.validFact : phrases.oldFact, { time });
}

function describeLog(phrases: Phrases, { entry, proof }: IssuedNotice): string {
  const { checkpoint } = proof;
  if (proof.log === 'missing') return checkpoint === null ? phrases.fileMissing : phrases.logMissing;
  if (proof.log === 'failed' || checkpoint === null) return phrases.logFails;
  return fill(phrases.logFact, {
    entry: formatNumber(phrases, entry),
    size: formatNumber(phrases, checkpoint.size),
    root: shorten(toHex(checkpoint.root)),
  });
}

/** `7b1e-c034-…-9af2`: enough to compare by eye. */
function shorten(hex: string): string {
  return `${hex.slice(0, 4)}-${hex.slice(4, 8)}-…-${hex.slice(-4)}`;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** When the notice before this one was issued, as a sentence. */
export function describeReplaced(phrases: Phrases, notice: IssuedNotice): readonly string[] {
  return notice.follows === null ? [] : [fill(phrases.replaces, { date: formatDate(phrases, notice.follows) })];
}
