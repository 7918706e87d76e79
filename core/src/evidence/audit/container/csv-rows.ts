import { concatBytes, copyBytes, LINE_FEED, type ReaderContext } from './byte-reader.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Maximum bytes of a quoted field after its first line break. AuditData is one line; a longer quote was never closed.
 */
const MAX_MULTI_LINE_BYTES = 1024 * 1024;

/**
 * Quotes of one file that may reach that limit before multi-line fields are no longer tried. Bounds the time for
 * hostile files.
 */
const MAX_RUNAWAY_QUOTES = 500;

/** One row. `columns` are the unquoted fields; for a broken row those before the broken quote. */
export interface CsvRow {
  readonly columns: readonly string[];
  readonly isBroken: boolean;
  /** The file ends inside its broken quote, without a line break after it. */
  readonly isCutOff: boolean;
}

export interface CsvReader {
  push(bytes: Uint8Array): void;
  end(): void;
}

/**
 * Reads RFC 4180 rows. Skips blank lines. A quote is broken when it never closes or is followed by text: the row then
 * ends at the line break after that quote, so that a bad quote never swallows a file.
 */
export function createCsvReader(
  { runtime, rowLimitBytes }: Pick<ReaderContext, 'runtime' | 'rowLimitBytes'>,
  separator: number,
  onRow: (row: CsvRow) => void,
): CsvReader {
  let kept = new Uint8Array(0);
  /** Minimum bytes before an unfinished row is retried: doubling keeps the time linear. */
  let wanted = 0;
  let runaways = 0;
  let isSkipping = false;

  let columns: string[] = [];
  let isBroken = false;
  let isCutOff = false;

  function text(bytes: Uint8Array, start: number, end: number): string {
    return runtime.utf8(bytes, start, end);
  }

  /**
   * Position after the quoted field at `start`; -1 if its end is missing, -2 if its quote is broken, -3 if the file
   * ends in it.
   */
  function readQuoted(bytes: Uint8Array, start: number, isFinal: boolean): number {
    const length = bytes.length;
    let hasQuotes = false;
    let firstBreak = -1;
    for (let at = start + 1; at < length; at += 1) {
      const byte = bytes[at];
      if (byte === LF && firstBreak < 0) {
        if (runaways >= MAX_RUNAWAY_QUOTES) return -2;
        firstBreak = at;
      }
      if (firstBreak >= 0 && at - firstBreak > MAX_MULTI_LINE_BYTES) {
        runaways += 1;
        return -2;
      }
      if (byte !== QUOTE) continue;
      if (at + 1 >= length && !isFinal) return -1;
      const next = bytes[at + 1];
      if (next === QUOTE) {
        hasQuotes = true;
        at += 1;
        continue;
      }
      if (at + 1 < length && next !== separator && next !== CR && next !== LF) return -2;
      const field = text(bytes, start + 1, at);
      columns.push(hasQuotes ? field.replaceAll('""', '"') : field);
      return at + 1;
    }
    return isFinal ? -3 : -1;
  }

  /** Position after the row at `start`, or -1 if its end is missing. Fills `columns`, `isBroken` and `isCutOff`. */
  function readRow(bytes: Uint8Array, start: number, isFinal: boolean): number {
    const length = bytes.length;
    columns = [];
    isBroken = false;
    isCutOff = false;
    let at = start;
    for (;;) {
      if (bytes[at] === QUOTE) {
        const end = readQuoted(bytes, at, isFinal);
        if (end === -1) return -1;
        if (end < -1) {
          isBroken = true;
          const lineEnd = runtime.indexOf(bytes, LINE_FEED, at);
          isCutOff = end === -3 && lineEnd < 0;
          if (lineEnd < 0) return isFinal ? length : -1;
          return lineEnd + 1;
        }
        at = end;
      } else {
        const from = at;
        while (at < length && bytes[at] !== separator && bytes[at] !== LF && bytes[at] !== CR) at += 1;
        if (at >= length && !isFinal) return -1;
        columns.push(text(bytes, from, at));
      }
      if (at >= length) return isFinal ? length : -1;
      if (bytes[at] === separator) {
        at += 1;
        if (at >= length && !isFinal) return -1;
        continue;
      }
      if (bytes[at] === LF) return at + 1;
      if (at + 1 >= length && !isFinal) return -1;
      return bytes[at + 1] === LF ? at + 2 : at + 1;
    }
  }

  function readRows(bytes: Uint8Array, isFinal: boolean): number {
    let start = 0;
    while (start < bytes.length) {
      if (isSkipping) {
        const lineEnd = runtime.indexOf(bytes, LINE_FEED, start);
        if (lineEnd < 0) return bytes.length;
        isSkipping = false;
        start = lineEnd + 1;
        continue;
      }
      const end = readRow(bytes, start, isFinal);
      if (end < 0) break;
      const isBlank = columns.length === 1 && columns[0] === '' && !isBroken && bytes[start] !== QUOTE;
      if (!isBlank) onRow({ columns, isBroken, isCutOff });
      start = end;
    }
    return start;
  }

  return {
    push(chunk) {
      const bytes = kept.length === 0 ? chunk : concatBytes([kept, chunk]);
      if (bytes.length < wanted) {
        kept = copyBytes(bytes);
        return;
      }
      const done = readRows(bytes, false);
      kept = copyBytes(bytes, done);
      wanted = done === 0 ? bytes.length * 2 : 0;
      if (kept.length <= rowLimitBytes) return;
      onRow({ columns: [], isBroken: true, isCutOff: false });
      kept = new Uint8Array(0);
      wanted = 0;
      isSkipping = true;
    },
    end() {
      readRows(kept, true);
      kept = new Uint8Array(0);
    },
  };
}
