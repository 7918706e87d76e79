import {
  type ByteReader,
  concatBytes,
  copyBytes,
  isByteOrderMark,
  isSpace,
  type ReaderContext,
} from './byte-reader.ts';
import { createJsonRowReader } from './json-row.ts';
import { PAGE_MEMBERS } from './page-member.ts';

/** Maximum nesting of one row; an audit record has about six levels. */
const NESTING_LEVELS = 1_000;

/**
 * Bytes of one file that may be read twice to find the row after a broken one; unlimited, hostile input would cost
 * quadratic time.
 */
const MAX_REREAD_BYTES = 512 * 1024 * 1024;

/** Broken rows inside the bytes read twice. */
const REREAD_LEVELS = 50;

/**
 * Note: how rows are found in JSON that is not one row a line
 *
 * The text is a list of rows, an API's answer `{"value": [rows]}` (or `results`), single rows, or several of these
 * after each other, on one line or on many. A scan that knows strings and brackets finds where each row ends; only that
 * slice is parsed, so memory holds one row. A row is broken when a line ends inside a string, brackets do not match, or
 * limits are passed. What was scanned for it may hold rows that are whole: reading goes on at the next line that begins
 * like a row, with `{` as far in as the rows before.
 */
type Place = 'top' | 'list' | 'row' | 'literal' | 'after-list' | 'lost';

export function createJsonSequence({ runtime, collector, rowLimitBytes }: ReaderContext): ByteReader {
  const readRow = createJsonRowReader(runtime, collector);
  let place: Place = 'top';
  let isPageOpen = false;
  let element = 0;
  const closers = new Uint8Array(NESTING_LEVELS);
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** The name that a top-level member may have, and how far it matches; -1 when it does not. */
  let pageMember: Uint8Array | undefined;
  let agreed = -1;
  /** Whether the row may be an API's answer. */
  let isCandidate = false;
  /** Where a row stands: in a list or by itself. */
  let home: Place = 'top';
  /** 1 after the name `value`, 2 after its colon. */
  let pageSign = 0;
  let rowStart = 0;
  let kept: Uint8Array[] = [];
  let keptBytes = 0;
  let reread = 0;
  let rereadLevel = 0;
  let column = 0;
  let onlySpace = true;
  let rowColumn = 0;

  function begin(at: number, from: Place): void {
    if (onlySpace) rowColumn = column;
    onlySpace = false;
    place = 'row';
    rowStart = at;
    isCandidate = from === 'top';
    depth = 0;
    inString = false;
    escaped = false;
    pageSign = 0;
  }

  function isRowOpen(): boolean {
    return place === 'row';
  }

  function finishRow(bytes: Uint8Array, end: number): void {
    element += 1;
    const last = bytes.subarray(rowStart, end);
    if (kept.length === 0) {
      readRow(bytes, rowStart, end, element);
    } else {
      const whole = concatBytes([...kept, last]);
      readRow(whole, 0, whole.length, element);
    }
    dropRow();
    place = home;
  }

  function dropRow(): void {
    kept = [];
    keptBytes = 0;
  }

  /** Keeps the broken row as unreadable and rereads its bytes from its second line. */
  function breakRow(bytes: Uint8Array, end: number, isCutOff = false): void {
    element += 1;
    if (isCutOff) collector.addCutOff(element);
    else collector.addValue(undefined, element);
    const whole = concatBytes([...kept, bytes.subarray(rowStart, end)]);
    dropRow();
    place = 'lost';
    onlySpace = false;
    const lineEnd = whole.indexOf(0x0a);
    const isTooMuch = reread + whole.length > MAX_REREAD_BYTES || rereadLevel >= REREAD_LEVELS;
    if (lineEnd >= 0 && !isTooMuch) {
      reread += whole.length;
      rereadLevel += 1;
      scan(whole.subarray(lineEnd));
      rereadLevel -= 1;
    }
    rowStart = end;
  }

  function scan(bytes: Uint8Array): void {
    const length = bytes.length;
    rowStart = 0;
    for (let at = 0; at < length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (place === 'row') {
        at = scanRow(bytes, at);
        continue;
      }
      if (byte === 0x0a) {
        column = 0;
        onlySpace = true;
        if (place === 'literal') endLiteral();
        continue;
      }
      scanBetween(byte, at);
      column += 1;
      if (!isSpace(byte)) onlySpace = false;
      if (isRowOpen()) at = scanRow(bytes, at);
    }
    if (isRowOpen()) keepRow(bytes);
  }

  function scanBetween(byte: number, at: number): void {
    if (place === 'lost') {
      if (onlySpace && byte === 0x7b && column === rowColumn) begin(at, home);
      else if (onlySpace && byte === 0x5d && column <= rowColumn) closeList();
    } else if (place === 'after-list') {
      scanAfterList(byte);
    } else if (place === 'literal') {
      if (byte === 0x2c || byte === 0x5d || isSpace(byte)) endLiteral();
      if (byte === 0x5d && home === 'list') closeList();
    } else if (byte === 0x7b || (place === 'list' && (byte === 0x5b || byte === 0x22))) {
      home = place;
      begin(at, place);
    } else if (byte === 0x5b) {
      place = 'list';
      home = 'list';
    } else if (byte === 0x5d && place === 'list') {
      closeList();
    } else if (byte !== 0x2c && !isSpace(byte) && !isByteOrderMark(byte)) {
      home = place;
      place = 'literal';
    }
  }

  /** A number, a word or junk in place of a row. */
  function endLiteral(): void {
    element += 1;
    collector.addValue(undefined, element);
    place = home;
  }

  function closeList(): void {
    place = isPageOpen ? 'after-list' : 'top';
    home = 'top';
    depth = 1;
    inString = false;
    escaped = false;
  }

  /** Members of an API's answer after its rows. */
  function scanAfterList(byte: number): void {
    if (inString) {
      if (escaped) escaped = false;
      else if (byte === 0x5c) escaped = true;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
    if (depth > 0) return;
    isPageOpen = false;
    place = 'top';
  }

  /** Continues inside a row. Returns the last position consumed. */
  function scanRow(bytes: Uint8Array, from: number): number {
    const length = bytes.length;
    for (let at = from; at < length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === 0x5c) {
          escaped = true;
          agreed = -1;
        } else if (byte === 0x22) {
          inString = false;
          if (isCandidate && depth === 1 && agreed === pageMember?.length) pageSign = 1;
          if (depth === 0) {
            finishRow(bytes, at + 1);
            return at;
          }
        } else if (byte === 0x0a) {
          breakRow(bytes, at);
          return at - 1;
        } else if (agreed >= 0) {
          if (agreed === 0) pageMember = PAGE_MEMBERS.find((name) => name[0] === byte);
          agreed = byte === pageMember?.[agreed] ? agreed + 1 : -1;
        }
        continue;
      }
      if (byte === 0x22) {
        inString = true;
        agreed = isCandidate && depth === 1 ? 0 : -1;
        pageSign = 0;
      } else if (byte === 0x7b || byte === 0x5b) {
        if (byte === 0x5b && pageSign === 2 && depth === 1) return openPage(at);
        pageSign = 0;
        if (depth >= NESTING_LEVELS) {
          breakRow(bytes, at);
          return at - 1;
        }
        closers[depth] = byte + 2;
        depth += 1;
      } else if (byte === 0x7d || byte === 0x5d) {
        depth -= 1;
        if (closers[depth] !== byte) {
          breakRow(bytes, at);
          return at - 1;
        }
        if (depth === 0) {
          finishRow(bytes, at + 1);
          return at;
        }
      } else if (pageSign > 0 && !isSpace(byte)) pageSign = byte === 0x3a && pageSign === 1 ? 2 : 0;
    }
    return length;
  }

  function openPage(at: number): number {
    dropRow();
    isPageOpen = true;
    place = 'list';
    home = 'list';
    return at;
  }

  function keepRow(bytes: Uint8Array): void {
    const rest = copyBytes(bytes, rowStart);
    if (keptBytes + rest.length > rowLimitBytes) {
      breakRow(bytes, bytes.length);
      return;
    }
    kept.push(rest);
    keptBytes += rest.length;
  }

  return {
    push: scan,
    end() {
      if (place === 'literal') endLiteral();
      if (place === 'row') breakRow(new Uint8Array(0), 0, true);
      // An unclosed list was truncated: what is missing is an unreadable row.
      else if (place === 'list' || place === 'after-list') {
        element += 1;
        collector.addCutOff(element);
      }
    },
  };
}
