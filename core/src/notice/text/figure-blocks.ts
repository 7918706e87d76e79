import { toPeriod } from './access-period.ts';
import type { Block } from './block.ts';
import type { NoticeFacts, NoticeFigures, PriorNotice } from './notice-facts.ts';
import { NOTIFIED_CLASSES } from './notified-class.ts';
import { formatDates } from './numerals.ts';
import { countPersonal, PERSONAL_KINDS, PERSONAL_ROWS, UNREAD_WORDS } from './searched-figures.ts';
import { countClass } from './strongest.ts';
import { toBoth, type Writer } from './writer.ts';

/** The sum of all five notified verdicts. */
export function countNotified({ messages, undetermined }: NoticeFigures): number {
  return messages + undetermined;
}

/** Whether lower figures may come from evidence that is not there any more: mail, a mailbox or a log. */
export function isEvidenceGone({ isGone, isEvidenceGone: isLess }: NoticeFacts): boolean {
  return isGone === true || isLess === true;
}

/** The figures that a supplement or a correction is compared with; null where nothing is compared. */
export function toCompared(writer: Writer): NoticeFigures | null {
  return toReplaced(writer)?.figures ?? null;
}

/** The notice that this one, or the one it reminds of, supplements or corrects. */
function toReplaced({ facts }: Writer): PriorNotice | null {
  const { kind, previous } = facts.reminds ?? facts;
  return kind === 'supplement' || kind === 'correction' ? previous : null;
}

/** Only verdicts, or every non-zero figure; both with the previous value where it differs. */
export type FigureScope = 'verdicts' | 'all';

/** `312 opened or copied …`, under what they are compared with. */
export function toFigureBlocks(writer: Writer, scope: FigureScope): readonly Block[] {
  const { facts, phrases } = writer;
  const replaced = toReplaced(writer);
  const compared = replaced?.figures ?? null;
  const blocks: Block[] = [];
  if (replaced !== null)
    blocks.push({
      kind: 'heading',
      text: writer.write(phrases.changedHeading, { previous: writer.day(replaced.issued) }),
    });
  if (compared !== null && isUnchanged(writer, compared)) blocks.push({ kind: 'paragraph', text: phrases.unchanged });
  const notified = countNotified(facts.figures);
  if (notified > 0 || compared !== null) blocks.push({ kind: 'paragraph', text: toAbout(writer, scope, compared) });
  const [verdicts, among] = [listVerdictRows(writer, scope), scope === 'all' ? listRowsAmong(writer) : []];
  // Without messages there are no parts: only what an earlier notice said is left to say.
  const lists = notified === 0 ? [[...verdicts, ...among]] : [verdicts, among];
  for (const [at, rows] of lists.entries()) {
    if (rows.length === 0) continue;
    if (at > 0) blocks.push({ kind: 'paragraph', text: writer.write(phrases.amongThem, { n: notified }) });
    blocks.push({ kind: 'list', isOrdered: false, items: rows.map((text) => ({ text })) });
  }
  return blocks;
}

/** As a reader sees it: dates count in days. */
function isUnchanged(writer: Writer, compared: NoticeFigures): boolean {
  const { figures } = writer.facts;
  const { first: _first, last: _last, searched, undecided: _undecided, datedAfter = 0, ...counts } = figures;
  const names = Object.keys(counts) as (keyof typeof counts)[];
  return (
    names.every((name) => compared[name] === figures[name]) &&
    NOTIFIED_CLASSES.every((each) => countClass(compared, each) === countClass(figures, each)) &&
    (compared.datedAfter ?? 0) === datedAfter &&
    PERSONAL_KINDS.every((kind) => (compared.searched?.personal[kind] ?? 0) === (searched?.personal[kind] ?? 0)) &&
    toDates(writer, compared) === toDates(writer, figures)
  );
}

/** If only verdicts fit, changed mailboxes and dates are in the details: here they would look unchanged. */
function toAbout(writer: Writer, scope: FigureScope, compared: NoticeFigures | null): string {
  const { facts, phrases } = writer;
  const { figures } = facts;
  const notified = countNotified(figures);
  if (notified === 0)
    return writer.write(isEvidenceGone(facts) ? phrases.gone : phrases.none, { both: toBoth(writer) });
  const mailboxes =
    figures.custodians === 0
      ? ''
      : writer.write(phrases.mailboxes, { n: figures.custodians }) +
        toBefore(writer, figures.custodians, compared?.custodians);
  const dated = toDated(writer, compared);
  const isWhole = scope === 'all' || compared === null;
  return writer.write(phrases.about, {
    n: notified,
    before: compared === null ? '' : toBefore(writer, notified, countNotified(compared)),
    mailboxes: isWhole || compared.custodians === figures.custodians ? mailboxes : '',
    dated: isWhole || toDates(writer, compared) === toDates(writer, figures) ? dated : '',
  });
}

function toDated(writer: Writer, compared: NoticeFigures | null): string {
  const { phrases, facts } = writer;
  const now = toDates(writer, facts.figures);
  const before = compared === null ? now : toDates(writer, compared);
  if (before === now) return now === null ? '' : writer.write(phrases.dated, { dates: now });
  const dated = now === null ? `, ${phrases.noDate}` : writer.write(phrases.dated, { dates: now });
  return dated + writer.write(phrases.before, { n: before ?? phrases.noDate });
}

function toDates(writer: Writer, { first, last }: NoticeFigures): string | null {
  if (first === null || last === null) return null;
  const { dates, datesOneDay } = writer.phrases;
  const days = formatDates(writer.numerals, first, last, 'long');
  return days === null
    ? writer.write(datesOneDay, { first: writer.day(first) })
    : writer.write(dates, { first: days.from, last: days.to });
}

/** Parts of one sum: each message is in one of them. */
function listVerdictRows(writer: Writer, scope: FigureScope): readonly string[] {
  const { phrases } = writer;
  const { figures } = writer.facts;
  const compared = toCompared(writer);
  const toRow = (phrase: string, now: number, before: number | undefined): readonly string[] =>
    now === 0 && (before ?? 0) === 0 ? [] : [writer.write(phrase, { n: now }) + toBefore(writer, now, before)];
  const verdicts = NOTIFIED_CLASSES.flatMap((each) =>
    toRow(
      phrases.verdicts[each],
      countClass(figures, each),
      compared === null ? undefined : countClass(compared, each),
    ),
  );
  if (scope === 'verdicts') return verdicts;
  // If there are any, the warning above mentions them.
  return [...verdicts, ...(figures.intruderSent === 0 ? toRow(phrases.intruderSent, 0, compared?.intruderSent) : [])];
}

/** Rows that say what some of the same messages are as well: never "of them" behind a row that counts a part. */
function listRowsAmong(writer: Writer): readonly string[] {
  const { phrases } = writer;
  const { figures } = writer.facts;
  const compared = toCompared(writer);
  const toRow = (phrase: string, none: string, now: number, before: number | undefined): readonly string[] => {
    if (now === 0 && (before ?? 0) === 0) return [];
    return [(now === 0 ? none : writer.write(phrase, { n: now })) + toBefore(writer, now, before)];
  };
  return [
    ...listDatedRow(writer),
    ...listSecretsRow(writer, compared),
    ...listPersonalRows(writer, compared),
    ...listUnreadRow(writer),
    ...toRow(phrases.bulk, phrases.bulkNone, figures.bulk, compared?.bulk),
    ...toRow(phrases.held, phrases.heldNone, figures.held, compared?.held),
  ];
}

/** Mail that the reader sees to be later than the intruder: why it is counted all the same. */
function listDatedRow(writer: Writer): readonly string[] {
  const { phrases, facts } = writer;
  const { datedAfter = 0 } = facts.figures;
  const date = writer.day(toPeriod(writer.period).to);
  return datedAfter === 0 ? [] : [writer.write(phrases.datedAfter, { n: datedAfter, date })];
}

/** That a search found none is worth a row; that there are none nobody can say. */
function listSecretsRow(writer: Writer, compared: NoticeFigures | null): readonly string[] {
  const { phrases, facts } = writer;
  const { secrets, searched } = facts.figures;
  const before = compared?.secrets;
  if (secrets === null) return [];
  if (secrets > 0) return [writer.write(phrases.secrets, { n: secrets }) + toBefore(writer, secrets, before)];
  const isSearched = searched !== undefined && countNotified(facts.figures) > 0;
  if (!isSearched && (before ?? 0) === 0) return [];
  const what = phrases.secretsWhat;
  const dismissed = searched?.dismissed ?? 0;
  // What people dismissed the search did find: it is not said that it found none.
  if (dismissed > 0)
    return [writer.write(phrases.noneAfterReview, { n: dismissed, what }) + toBefore(writer, 0, before)];
  const none = searched === undefined ? phrases.noneListed : phrases.noneFound;
  return [writer.write(none, { what }) + toBefore(writer, 0, before)];
}

/**
 * Never names the data subject, nor what kind of sensitive data it is: open mail is read by others too. A contact that
 * may be anybody's is only told of passwords, which must be changed.
 */
function listPersonalRows(writer: Writer, compared: NoticeFigures | null): readonly string[] {
  const { phrases, facts } = writer;
  const { searched } = facts.figures;
  if (searched === undefined || facts.isGuessed === true) return [];
  return PERSONAL_ROWS.flatMap((kind) => {
    const now = countPersonal(searched, kind);
    const before =
      compared === null ? undefined : compared.searched === undefined ? null : countPersonal(compared.searched, kind);
    if (now === 0 && (before ?? 0) === 0) return [];
    const what = phrases.personal[kind];
    const row =
      now === 0 ? writer.write(phrases.noneFound, { what }) : writer.write(phrases.personalRow, { n: now, what });
    return [row + toBefore(writer, now, before)];
  });
}

function listUnreadRow(writer: Writer): readonly string[] {
  const { phrases, facts } = writer;
  const { searched } = facts.figures;
  if (searched === undefined || searched.unread === 0) return [];
  const reasons = UNREAD_WORDS.flatMap((word) => {
    const n = searched.unreadBy[word] ?? 0;
    return n === 0 ? [] : [writer.write(phrases.unread[word], { n })];
  });
  const values = { n: searched.unread, reasons: reasons.join(', ') };
  const { parts, bytes } = searched.unreadSize ?? { parts: 0, bytes: 0 };
  if (parts === 0) return [writer.write(phrases.unreadRow, values)];
  const size = writer.write(phrases.unreadSize, { n: parts, kilobytes: Math.ceil(bytes / 1_000) });
  return [writer.write(phrases.unreadSizedRow, { ...values, size })];
}

/** ` (before: 300)`, or nothing where nothing changed. */
export function toBefore(writer: Writer, now: number, before: number | null | undefined): string {
  const { phrases } = writer;
  if (before === undefined || before === now) return '';
  return writer.write(phrases.before, { n: before ?? phrases.notExamined });
}
