import { isObject, toWholeNumber } from '../../record/loose-value.ts';
import {
  type ByteReader,
  concatBytes,
  copyBytes,
  isByteOrderMark,
  isSpace,
  type ReaderContext,
} from './byte-reader.ts';
import { findMissingColumns, findTableFormat, isAboutQuery } from './table-names.ts';

/** Maximum nesting of an answer; a dynamic column has a few levels. */
const NESTING_LEVELS = 1_000;
/** Maximum length of a relevant member name. */
const NAME_UNITS = 16;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;

/** Positions of the lists of tables, columns and rows in an answer. */
const TABLE_LEVEL = 3;
const ROW_LEVEL = 4;

const ERROR = 'the answer reports an error, so its rows are incomplete';

/** Start of an answer whose first member is the list of tables. */
export const TABLES_MEMBERS = ['tables', 'Tables'];

/**
 * Note: answers in tables
 *
 * The API of Log Analytics answers `{"tables": [{"name", "columns": [{"name"}], "rows": [[…]]}]}` (learn.microsoft.com,
 * azure/azure-monitor/logs/api/response-format), Kusto the same in capitals. An answer is up to 104 MB, so a scan that
 * knows strings and brackets finds the columns and each row, and only those slices are parsed. Answers may stand behind
 * each other. A member `error` beside the tables says that rows are missing, and so does a severity of 2 or less in the
 * table in which Kusto tells of the query (learn.microsoft.com, kusto/concepts/partial-query-failures).
 */
export function createJsonTables({ runtime, collector, rowLimitBytes }: ReaderContext): ByteReader {
  const openers = new Uint8Array(NESTING_LEVELS);
  let depth = 0;
  let inString = false;
  let escaped = false;
  let isName = false;
  let name = '';
  let expectsName = false;
  /** No value of the list or member has started yet. */
  let isFresh = true;
  let topName = '';
  let tableName = '';
  let columns: readonly string[] | null = null;
  /** Tables started in this answer. */
  let tables = 0;
  let isOfQuery = false;
  let element = 0;
  let isLost = false;
  /** Level at which the kept slice ends, or -1. */
  let sliceLevel = -1;
  let sliceStart = 0;
  let kept: Uint8Array[] = [];
  let keptBytes = 0;

  const isIn = (member: string): boolean =>
    TABLES_MEMBERS.includes(topName) && openers[1] === OPEN_LIST && tableName.toLowerCase() === member;

  /** A value starts, possibly a slice to keep. */
  function beginValue(byte: number, at: number): void {
    if (!isFresh) return;
    isFresh = false;
    if (depth === 1 && topName === 'error' && byte !== 0x6e) collector.addCut(ERROR);
    if (sliceLevel >= 0) return;
    const isColumns = depth === TABLE_LEVEL && isIn('columns');
    const isRow = depth === ROW_LEVEL && isIn('rows');
    if (!isColumns && !isRow) return;
    if (byte === OPEN_LIST) {
      sliceLevel = depth;
      sliceStart = at;
    } else if (isRow) addRow(undefined);
  }

  function addRow(values: unknown): void {
    const isWhole = Array.isArray(values) && columns !== null && values.length === columns.length;
    const row = isWhole ? Object.fromEntries(toEntries(columns ?? [], values)) : undefined;
    if (isOfQuery && row !== undefined) {
      if (isFailure(row['Severity'])) collector.addCut(ERROR);
      return;
    }
    element += 1;
    collector.addValue(row, element);
  }

  function endSlice(bytes: Uint8Array, end: number): void {
    const last = bytes.subarray(sliceStart, end);
    const whole = kept.length === 0 ? last : concatBytes([...kept, last]);
    const isRow = sliceLevel === ROW_LEVEL;
    dropSlice();
    const value = parse(runtime.utf8(whole, 0, whole.length));
    if (isRow) addRow(value);
    else {
      columns = toNames(value);
      isOfQuery = topName === 'Tables' && tables > 1 && columns !== null && isAboutQuery(columns);
      if (columns !== null && !isOfQuery) collector.addMissing(findMissingColumns(columns, findTableFormat(columns)));
    }
  }

  function dropSlice(): void {
    kept = [];
    keptBytes = 0;
    sliceLevel = -1;
  }

  function keepSlice(bytes: Uint8Array): void {
    const rest = copyBytes(bytes, sliceStart);
    keptBytes += rest.length;
    sliceStart = 0;
    if (keptBytes <= rowLimitBytes) kept.push(rest);
    else {
      if (sliceLevel === ROW_LEVEL) addRow(undefined);
      dropSlice();
    }
  }

  /** Mismatched brackets or unexpected content: the next row cannot be found. */
  function lose(): void {
    isLost = true;
    dropSlice();
    addRow(undefined);
  }

  function open(byte: number): void {
    if (depth >= NESTING_LEVELS) {
      lose();
      return;
    }
    openers[depth] = byte;
    depth += 1;
    expectsName = byte === OPEN_OBJECT;
    isFresh = true;
    if (depth === 1) {
      topName = '';
      tables = 0;
    }
    if (depth === TABLE_LEVEL) {
      tables += 1;
      tableName = '';
      columns = null;
      isOfQuery = false;
    }
  }

  function close(byte: number, bytes: Uint8Array, at: number): void {
    depth -= 1;
    if (depth < 0 || openers[depth] !== byte - 2) {
      lose();
      return;
    }
    expectsName = false;
    isFresh = false;
    if (depth === sliceLevel) endSlice(bytes, at + 1);
  }

  function endString(): void {
    inString = false;
    if (!isName) return;
    if (depth === 1) topName = name;
    else tableName = name;
  }

  function scanString(byte: number): void {
    if (escaped) escaped = false;
    else if (byte === BACKSLASH) escaped = true;
    else if (byte === QUOTE) endString();
    else if (isName && name.length <= NAME_UNITS) name += String.fromCharCode(byte);
  }

  function scanByte(byte: number, bytes: Uint8Array, at: number): void {
    if (byte === QUOTE) {
      inString = true;
      isName = expectsName && (depth === 1 || depth === TABLE_LEVEL);
      name = '';
      if (!expectsName) beginValue(byte, at);
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      beginValue(byte, at);
      open(byte);
    } else if (byte === 0x5d || byte === 0x7d) close(byte, bytes, at);
    else if (byte === 0x2c) {
      expectsName = openers[depth - 1] === OPEN_OBJECT;
      isFresh = true;
    } else if (byte === 0x3a) {
      expectsName = false;
      isFresh = true;
    } else if (!isSpace(byte)) {
      if (depth > 0) beginValue(byte, at);
      else if (!isByteOrderMark(byte)) lose();
    }
  }

  return {
    push(bytes) {
      for (let at = 0; at < bytes.length && !isLost; at += 1) {
        const byte = bytes[at] ?? 0;
        if (inString) scanString(byte);
        else scanByte(byte, bytes, at);
      }
      if (sliceLevel >= 0) keepSlice(bytes);
    },
    end() {
      if (isLost || (depth === 0 && !inString)) return;
      collector.addCutOff(element + 1);
    },
  };
}

/** A query is complete when nothing is as severe. */
const GRAVE_SEVERITY = 2;

function isFailure(severity: unknown): boolean {
  const level = toWholeNumber(severity);
  return level !== null && level <= GRAVE_SEVERITY;
}

function toEntries(names: readonly string[], values: readonly unknown[]): [string, unknown][] {
  return names.map((name, at) => [name, values[at]]);
}

function toNames(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const names = value.map((column) => (isObject(column) ? (column['name'] ?? column['ColumnName']) : null));
  return names.every((name) => typeof name === 'string') ? names : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
