export interface CsvRow {
  /** Line of its first character, from 1; quoted line breaks make a row longer than a line. */
  readonly line: number;
  readonly fields: readonly string[];
  /** An unclosed quote, or text beside a quoted field: the field boundaries are then uncertain. */
  readonly broken: boolean;
}

const BYTE_ORDER_MARK = '\ufeff';

/** `,`, the separator of spreadsheets in decimal-comma locales, and that of "Unicode text". */
const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/**
 * Reads a CSV text (RFC 4180; line endings LF, CRLF or CR; drops a byte order mark). The header's separator applies: a
 * comma if its line has one, otherwise `;` or tab. Never throws. Skips empty rows. An unclosed quote ends with its
 * line, so that one broken row does not swallow the rest.
 */
export function* readCsv(text: string): Generator<CsvRow> {
  let at = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  let line = 1;
  // A spreadsheet's first line may declare the separator; the header shows the same.
  const hint = /^sep=.(\r\n|\n|\r)/i.exec(text.slice(at, at + 7))?.[0].length ?? 0;
  if (hint > 0) line += 1;
  at += hint;
  const separator = findSeparator(text, at);
  while (at < text.length) {
    const read = readRow(text, at, separator, true) ?? readRow(text, at, separator, false);
    if (read === null) return;
    if (read.fields.length > 1 || read.fields[0] !== '') yield { line, fields: read.fields, broken: read.broken };
    line += countLines(text, at, read.end);
    at = read.end;
  }
}

/** The first line with a replacement character: the bytes were not UTF-8, as older spreadsheets write. */
export function findEncodingLoss(text: string): number | null {
  const at = text.indexOf('\ufffd');
  return at < 0 ? null : 1 + countLines(text, 0, at);
}

/** The first line that is neither blank nor a `#TYPE` of PowerShell decides. */
function findSeparator(text: string, start: number): Separator {
  for (let at = start; at < text.length; ) {
    const end = findLineEnd(text, at);
    const names = text.slice(at, end);
    if (names.trim() !== '' && !names.startsWith('#TYPE'))
      return SEPARATORS.find((separator) => names.includes(separator)) ?? ',';
    at = end + 1;
  }
  return ',';
}

/** Null when `quotedBreaks` are allowed and a quote is not closed correctly. */
function readRow(
  text: string,
  start: number,
  separator: Separator,
  quotedBreaks: boolean,
): { fields: string[]; end: number; broken: boolean } | null {
  const fields: string[] = [];
  let broken = !quotedBreaks;
  for (let at = start; ; ) {
    let value = '';
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1, quotedBreaks);
      if (quoted === null) return null;
      value = quoted.value;
      at = quoted.end;
    }
    const plainEnd = findFieldEnd(text, at, separator);
    if (plainEnd > at && value !== '') {
      // Text beside a quoted field that spans lines: the next row's quote probably closed it.
      if (quotedBreaks && /[\r\n]/.test(value)) return null;
      broken = true;
    }
    value += text.slice(at, plainEnd);
    fields.push(value);
    at = plainEnd + 1;
    if (text[plainEnd] === separator) continue;
    if (text[plainEnd] === '\r' && text[plainEnd + 1] === '\n') at += 1;
    return { fields, end: Math.min(at, text.length), broken };
  }
}

/** The text up to the closing quote, with `""` as `"`; `end` is after that quote. */
function readQuoted(text: string, start: number, breaks: boolean): { value: string; end: number } | null {
  const limit = breaks ? text.length : findLineEnd(text, start);
  let value = '';
  for (let at = start; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote >= limit) return breaks ? null : { value: value + text.slice(at, limit), end: limit };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function findFieldEnd(text: string, from: number, separator: Separator): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text[at];
    if (unit === separator || unit === '\n' || unit === '\r') return at;
  }
  return text.length;
}

function findLineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) lines += 1;
  }
  return lines;
}
