import type { Runtime } from '@candor/core/base';
import { isObject } from '../../record/loose-value.ts';
import { PLAIN_RECORDS } from '../formats/registry.ts';
import { createMailAccessScanner } from '../scan/mail-access-scanner.ts';
import { isSpace } from './byte-reader.ts';
import { findPage } from './page-member.ts';
import type { RowCollector } from './row-collector.ts';

/** Passes the row in `bytes[start, end)` to the collector, or an invalid row. `isLast`: the file ends with it. */
export type JsonRowReader = (bytes: Uint8Array, start: number, end: number, line: number, isLast?: boolean) => void;

export function createJsonRowReader(runtime: Runtime, collector: RowCollector): JsonRowReader {
  const scanner = createMailAccessScanner(runtime);
  return (bytes, start, end, line, isLast = false) => {
    const record = scanner.scan(bytes, start, end);
    if (record === null && isLast && isUnfinished(bytes, start, end)) collector.addCutOff(line);
    else if (record === null) readJsonRow(runtime, collector, bytes, start, end, line);
    else collector.addRow({ state: 'record', line, record }, PLAIN_RECORDS);
  };
}

function readJsonRow(
  runtime: Runtime,
  collector: RowCollector,
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
): void {
  const text = runtime.utf8(bytes, start, end);
  let value: unknown;
  try {
    // In a file that is no log every line would throw, which costs fifty times as much as this check.
    value = mayBeJson(text) ? JSON.parse(text) : undefined;
  } catch {
    value = undefined;
  }
  if (value === undefined) {
    if (!readRowsOnOneLine(runtime, collector, bytes, start, end, line)) collector.addValue(undefined, line);
    return;
  }
  addJsonValue(collector, value, line);
}

/** Valid JSON (ignoring surrounding white space) that is no object, list or string. */
const SCALAR = /^\s*(?:true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*$/i;

function mayBeJson(text: string): boolean {
  return /^\s*[{["]/.test(text) || SCALAR.test(text);
}

/** Whether a string or bracket is still open at the end. */
function isUnfinished(bytes: Uint8Array, start: number, end: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (inString && byte === 0x5c) at += 1;
    else if (byte === 0x22) inString = !inString;
    else if (!inString && (byte === 0x7b || byte === 0x5b)) depth += 1;
    else if (!inString && (byte === 0x7d || byte === 0x5d)) depth -= 1;
  }
  return inString || depth > 0;
}

/** An API's answer (`{"value": […]}`) or a list contains rows; anything else is one. */
function addJsonValue(collector: RowCollector, value: unknown, line: number): void {
  const rows = Array.isArray(value) ? value : isObject(value) ? findPage(value) : null;
  if (rows === null) {
    collector.addValue(value, line);
    return;
  }
  for (const row of rows) collector.addValue(row, line);
}

/**
 * Rows with lost line breaks (`{…}{…}`), or list commas. True if the line is such a sequence; each value is a row, also
 * a broken one.
 */
function readRowsOnOneLine(
  runtime: Runtime,
  collector: RowCollector,
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
): boolean {
  const ends = findObjects(bytes, start, end);
  if (ends === null) return false;
  for (const [from, to] of ends) {
    let value: unknown;
    try {
      value = JSON.parse(runtime.utf8(bytes, from, to));
    } catch {
      value = undefined;
    }
    addJsonValue(collector, value, line);
  }
  return true;
}

/** Ranges of the objects that make up the bytes, or null for anything else. */
function findObjects(bytes: Uint8Array, start: number, end: number): [number, number][] | null {
  const found: [number, number][] = [];
  let depth = 0;
  let from = start;
  let inString = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (inString) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x7b) {
      if (depth === 0) from = at;
      depth += 1;
    } else if (byte === 0x7d) {
      depth -= 1;
      if (depth < 0) return null;
      if (depth === 0) found.push([from, at + 1]);
    } else if (depth === 0) {
      if (byte !== 0x2c && !isSpace(byte)) return null;
    } else if (byte === 0x22) {
      inString = true;
    }
  }
  return depth === 0 && !inString && found.length > 0 ? found : null;
}
