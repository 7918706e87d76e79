import { escapeTerminalControls, type Json, toCanonicalJson } from '@candor/core/base';
import { toCsvLine } from '@candor/core/impact/exchange';
import type { IndexedMessage } from '../seal/index-line.ts';

/** Half of a digest: nobody finds two messages of one name, and every file system and archive takes it. */
const NAME_DIGITS = 32;

const COLUMNS = [
  'file',
  'date',
  'direction',
  'verdict',
  'why',
  'subject',
  'from',
  'to',
  'cc',
  'custodians',
  'attachments',
  'marks',
  'id',
] as const;

/** The first line of the table of opened messages (docs/formats/opened-mail.md). */
export const OPENED_CSV_HEADER: string = toCsvLine([...COLUMNS]);

/**
 * One message in the table of opened messages (RFC 4180 with LF). Texts are some sender's: no cell of it is a formula,
 * also not where a spreadsheet cuts lines at another delimiter than the comma, and none has characters that cannot be
 * seen.
 */
export function toOpenedCsvLine(indexed: IndexedMessage): string {
  const list = (texts: readonly string[]): string => texts.map(toHarmlessCell).join('; ');
  return toCsvLine([
    toOpenedFileName(indexed),
    indexed.date ?? '',
    indexed.direction,
    indexed.verdict,
    list(indexed.why.map(({ code }) => code)),
    toHarmlessCell(indexed.subject),
    list(indexed.from),
    list(indexed.to),
    list(indexed.cc),
    list(indexed.custodians),
    list(indexed.attachments.map(({ name }) => name)),
    list(indexed.marks),
    indexed.id,
  ]);
}

/**
 * Where a cell could begin for a spreadsheet of some country, and what begins a formula there (OWASP, "CSV Injection";
 * the wide forms count in East Asian editions). A quoted field does not help where the program cuts at semicolons: it
 * takes quotes for quotes only at the beginning of a cell.
 */
const FORMULA = /(^|[;,|])(["' ]*)([=+\-@＝＋－＠])/gu;

/** A text of a stranger as a cell of a table that people open in a spreadsheet. */
export function toHarmlessCell(text: string): string {
  return escapeTerminalControls(text, '\u{fffd}').replace(FORMULA, "$1'$2$3");
}

/**
 * Where an opened message lies in a folder or an archive. It is made by us alone: no text of a sender is in the name of
 * a file.
 */
export function toOpenedFileName({ id }: Pick<IndexedMessage, 'id'>): string {
  return `messages/${id.slice(0, NAME_DIGITS)}.eml`;
}

/** One message as an element of a JSON list: what the index says of it, and its file. */
export function toOpenedJson(indexed: IndexedMessage): string {
  return toCanonicalJson({ ...indexed, file: toOpenedFileName(indexed) } as unknown as Json);
}
