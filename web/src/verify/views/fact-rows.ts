import type { CheckState, ComparedNotice, IssuedNotice, IssuedText } from '@candor/core/verify';
import type { RewrittenPart } from '@candor/core/verify/compare';
import type { Phrases } from '../../i18n/catalogues.ts';
import { element } from '../../ui/element.ts';
import { type MarkKind, mark } from '../../ui/mark.ts';
import { count, fill, formatDate, formatNumber, formatTime } from '../../ui/words.ts';
import type { PageState } from '../state/page-state.ts';
import { drawBasis, drawFact } from './how-known.ts';

/** What was issued, before a comparison: no text of the notice, and no mark that looks like an answer. */
export function drawIssuedRows(state: PageState, notice: IssuedNotice, text: IssuedText | null): HTMLElement {
  const phrases = state.phrases;
  const { rows } = phrases;
  const kind = phrases.kinds[notice.kind];
  const facts: (readonly [string, string])[] = [
    [
      rows.notice,
      fill(phrases.ordinal, { n: formatNumber(phrases, notice.ordinal), domain: notice.issuedTo.value, kind }),
    ],
  ];
  const of = (instant: number): string => fill(phrases.noticeOf, { time: formatTime(phrases, instant) });
  if (notice.follows !== null) facts.push([rows.replaces, of(notice.follows)]);
  if (notice.supersededAt !== null) facts.push([rows.replacedBy, of(notice.supersededAt)]);
  facts.push([rows.approvedBy, describeApprovals(phrases, notice)], [phrases.checks.log, describeLog(phrases, notice)]);
  if (!notice.isRecent) facts.push([phrases.checks.valid, describeValid(state, notice)]);
  return element(
    'section',
    {},
    element('h2', { text: phrases.issuedTitle }),
    element('dl', { class: 'rows' }, ...facts.map(([name, fact]) => drawFact(name, fact))),
    text === null ? null : element('p', { class: 'hint', text: describeOpen(state, notice) }),
    drawProofFacts(state, notice, text),
  );
}

/** `5 of 6 checks passed`, and that the sixth needs the message. */
function describeOpen(state: PageState, notice: IssuedNotice): string {
  const passed = listProofRows(state, notice).filter((check) => check.state === 'passed').length;
  return `${fill(state.phrases.checksTitle, { passed: String(passed) })}. ${state.phrases.textOpen}`;
}

interface CheckRow {
  readonly name: string;
  readonly state: CheckState;
  readonly fact: string;
}

const MARKS: Readonly<Record<CheckState, MarkKind>> = { passed: 'tick', missing: 'ring', failed: 'cross' };

/** The six checks as rows, each with mark and fact; only a genuine notice passes all. */
export function drawChecks(
  state: PageState,
  notice: IssuedNotice,
  text: IssuedText | null,
  compared: ComparedNotice,
): HTMLElement {
  const phrases = state.phrases;
  const [code, domain, ...others] = listProofRows(state, notice);
  const rows = [code, domain, toTextRow(phrases, notice, text, compared), ...others].filter((row) => row !== undefined);
  const passed = rows.filter((check) => check.state === 'passed').length;
  return element(
    'section',
    {},
    element('h2', { text: fill(phrases.checksTitle, { passed: String(passed) }) }),
    element('dl', { class: 'rows checks' }, ...rows.map((check) => drawCheck(phrases, check))),
    element('p', { class: 'hint', text: phrases.notChecked }),
    drawProofFacts(state, notice, text),
  );
}

/** Every part of the reader's copy with its state: the headline is the worst of them. */
export function drawParts({ phrases }: PageState, { parts }: ComparedNotice): HTMLElement {
  const rows = parts.map(({ part, state }): CheckRow => {
    const passed = state === 'issued' ? 'passed' : state === 'changed' ? 'failed' : 'missing';
    return { name: phrases.partNames[part], state: passed, fact: phrases.partStates[state] };
  });
  return element(
    'section',
    {},
    element('h2', { text: phrases.partsTitle }),
    element('dl', { class: 'rows parts' }, ...rows.map((row) => drawCheck(phrases, row))),
  );
}

/** The five checks that need no message. */
function listProofRows(state: PageState, notice: IssuedNotice): readonly CheckRow[] {
  const phrases = state.phrases;
  const { checks } = phrases;
  const { supersededAt, proof, isRecent } = notice;
  return [
    {
      name: checks.code,
      state: 'passed',
      fact: fill(phrases.codeFact, { time: formatTime(phrases, notice.issued) }),
    },
    toRecipientRow(phrases, notice.issuedTo.value),
    { name: checks.approvals, state: proof.approvals, fact: describeApprovals(phrases, notice) },
    { name: checks.log, state: proof.log, fact: describeLog(phrases, notice) },
    {
      name: checks.valid,
      state: supersededAt !== null ? 'failed' : isRecent ? 'passed' : 'missing',
      fact: describeValid(state, notice),
    },
  ];
}

/** The domain of the record, or the one address that a person's record names. */
function toRecipientRow({ checks, addressFact, domainFact }: Phrases, issuedTo: string): CheckRow {
  return issuedTo.includes('@')
    ? { name: checks.address, state: 'passed', fact: fill(addressFact, { address: issuedTo }) }
    : { name: checks.domain, state: 'passed', fact: fill(domainFact, { domain: issuedTo }) };
}

/** The state of the reader's copy; a text with a missing proof passes nothing. */
function toTextRow(
  phrases: Phrases,
  { proof }: IssuedNotice,
  text: IssuedText | null,
  { standing, rewritten }: ComparedNotice,
): CheckRow {
  const { checks, textFact, textFacts } = phrases;
  // Neither has checks: the headline is enough.
  if (standing === 'changed' || standing === 'not-the-notice')
    throw new Error('a changed message passes no check of its text');
  const isIssued = standing === 'issued';
  const name = rewritten === null ? standing : toRewrittenName(rewritten);
  const fact = isIssued && text !== null ? count(phrases, textFact, text.lineCount) : textFacts[name];
  const state = isIssued ? 'passed' : standing === 'inside' ? 'failed' : 'missing';
  return { name: checks.text, state: proof.text === 'passed' ? state : proof.text, fact };
}

export function toRewrittenName({
  value,
}: NonNullable<ComparedNotice['rewritten']>): 'rewritten' | `rewritten-${Exclude<RewrittenPart, 'layout'>}` {
  return value === 'layout' ? 'rewritten' : `rewritten-${value}`;
}

function drawCheck({ states }: Phrases, { name, state, fact }: CheckRow): HTMLElement {
  const heading = [mark(MARKS[state]), element('span', { class: 'unseen', text: `${states[state]}: ` }), name];
  return element('div', { class: state }, element('dt', {}, ...heading), element('dd', { text: fact }));
}

function describeApprovals(phrases: Phrases, { proof }: IssuedNotice): string {
  if (proof.approvals === 'missing') return phrases.fileMissing;
  if (proof.approvers === null) return phrases.signaturesFail;
  return fill(phrases.bothValid, { names: proof.approvers.value.join(', ') });
}

/** The date from the notice's own slot, which the host cannot change later. */
function describeValid({ phrases, site }: PageState, { asOf, isRecent, supersededAt, issued }: IssuedNotice): string {
  if (supersededAt !== null) return fill(phrases.replacedFact, { time: formatTime(phrases, supersededAt) });
  const time = formatTime(phrases, asOf ?? site?.built ?? issued);
  return fill(isRecent ? phrases.validFact : phrases.oldFact, { time });
}

function describeLog(phrases: Phrases, { proof }: IssuedNotice): string {
  if (proof.log === 'missing') return proof.checkpoint === null ? phrases.fileMissing : phrases.logMissing;
  return proof.log === 'failed' || proof.checkpoint === null ? phrases.logFails : phrases.logFact;
}

/** When the previous notice was issued, as a sentence. */
export function describeReplaced(phrases: Phrases, notice: IssuedNotice): readonly string[] {
  return notice.follows === null ? [] : [fill(phrases.replaces, { date: formatDate(phrases, notice.follows) })];
}

/** Digest, key, log position and fetched files: everything for an independent check. */
function drawProofFacts(state: PageState, notice: IssuedNotice, text: IssuedText | null): HTMLElement {
  const { phrases, site } = state;
  const { how } = phrases;
  const { proof } = notice;
  const facts: (readonly [string, string])[] = [];
  if (text !== null) facts.push([how.digest, `SHA-256 ${shorten(text.digest)}`]);
  if (proof.fingerprint !== null) facts.push([how.key, fill(how.keyFact, { key: proof.fingerprint })]);
  facts.push([phrases.checks.log, describeLogProof(phrases, notice)]);
  facts.push([how.counted, describeCounted(phrases, notice)]);
  const built = fill(phrases.built, { time: formatTime(phrases, notice.asOf ?? site?.built ?? notice.issued) });
  return drawBasis(how.title, facts, [how.countedLimit, `${built} ${phrases.privacy.files}`, how.mailSystem]);
}

function describeLogProof(phrases: Phrases, { entry, proof }: IssuedNotice): string {
  const { checkpoint } = proof;
  if (proof.log === 'missing') return checkpoint === null ? phrases.fileMissing : phrases.logMissing;
  if (proof.log === 'failed' || checkpoint === null) return phrases.logFails;
  return fill(phrases.how.logFact, {
    entry: formatNumber(phrases, entry),
    size: formatNumber(phrases, checkpoint.size),
    root: shorten(toHex(checkpoint.root)),
  });
}

/** A proof that contradicts itself leaves the whole notice unproved, so it is not here. */
function describeCounted(phrases: Phrases, { proof: { countedAt } }: IssuedNotice): string {
  const { countedFact, countedMissing } = phrases.how;
  return countedAt === null ? countedMissing : fill(countedFact, { n: formatNumber(phrases, countedAt) });
}

/** `7b1e-c034-…-9af2`: enough to compare by eye. */
function shorten(hex: string): string {
  return `${hex.slice(0, 4)}-${hex.slice(4, 8)}-…-${hex.slice(-4)}`;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
