import type { AccessContainer, AccessRow } from '../access-record.ts';
import { isMailAccess } from './access-kind.ts';
import { isOfficeActivity, readAccessRecord } from './access-record-reading.ts';
import { isObject, type LooseObject, toNested, toText } from './loose-value.ts';

/** A row as read, with what its wrapper says beside the record. */
export interface RowReading {
  readonly row: AccessRow;
  /** What the row was wrapped in; null when it was nothing that could be read. */
  readonly container: AccessContainer | null;
  /** `ResultIndex` and `ResultCount` of the wrapper, as found. */
  readonly resultIndex: unknown;
  readonly resultCount: unknown;
}

interface Wrapped {
  readonly container: AccessContainer;
  /** The record inside: an object, or a text of JSON. */
  readonly inner: unknown;
}

/**
 * Reads one parsed row of any JSON container. Rows of one file may be wrapped differently; each is judged by its own members. Never
 * throws; `value` may be anything.
 */
export function readAccessRow(value: unknown, line: number): RowReading {
  const outer = typeof value === 'string' ? parseObject(value) : value;
  if (!isObject(outer)) {
    const cause = outer === undefined || typeof value === 'string' ? 'not-json' : 'no-id';
    return toReading({ state: 'unreadable', line, cause, operation: null }, null, {});
  }
  const wrapped = unwrap(outer) ?? unwrapSearch(outer);
  if (wrapped === null) {
    const container = isOfficeActivity(outer) ? 'office-activity' : 'management-api';
    return toReading(readRecordRow(outer, outer, line), container, outer);
  }
  return toReading(readInner(wrapped.inner, outer, line), wrapped.container, outer);
}

function toReading(row: AccessRow, container: AccessContainer | null, outer: LooseObject): RowReading {
  return { row, container, resultIndex: outer['ResultIndex'], resultCount: outer['ResultCount'] };
}

/** What the members of a row say about its wrapper; null when the row is the record itself. */
function unwrap(outer: LooseObject): Wrapped | null {
  if ('AuditData' in outer) return { container: 'convertto-json', inner: outer['AuditData'] };
  if ('auditData' in outer) return { container: 'graph-query', inner: outer['auditData'] };
  if ('RawEventData' in outer || ('ActionType' in outer && !('Operation' in outer))) {
    return { container: 'cloud-app-events', inner: outer['RawEventData'] };
  }
  return null;
}

/** A row of a search in Splunk has the record in `_raw`; its own export as JSON puts that row into `result`. */
function unwrapSearch(outer: LooseObject): Wrapped | null {
  const row = isObject(outer['result']) ? outer['result'] : outer;
  return '_raw' in row && !('Id' in outer) ? { container: 'management-api', inner: row['_raw'] } : null;
}

/** The record of a wrapper: its id and time only; the wrapper's do not help (docs/formats/access-records.md, Rows that cannot be read). */
function readInner(inner: unknown, wrapper: LooseObject, line: number): AccessRow {
  if (inner === undefined || inner === null || (typeof inner === 'string' && inner.trim() === '')) {
    return { state: 'unreadable', line, cause: 'no-audit-data', operation: nameOperation(null, wrapper) };
  }
  const record = typeof inner === 'string' ? parseObject(inner) : inner;
  if (isObject(record)) return readRecordRow(withoutModel(record), wrapper, line);
  return { state: 'unreadable', line, cause: 'not-json', operation: nameOperation(null, wrapper) };
}

/** The PowerShell module of Graph knows no members of `auditData` and keeps all of them in `AdditionalProperties`. */
function withoutModel(record: LooseObject): LooseObject {
  if ('Id' in record && record['Id'] !== null) return record;
  const within = toNested(record['AdditionalProperties'] ?? record['additionalProperties']);
  return isObject(within) ? within : record;
}

function readRecordRow(source: LooseObject, wrapper: LooseObject, line: number): AccessRow {
  const record = readAccessRecord(source);
  if (typeof record !== 'string') return { state: 'record', line, record };
  return { state: 'unreadable', line, cause: record, operation: nameOperation(source, wrapper) };
}

/** The operation that wrapper or record names. Where they differ, the one that is no mail access: either of them rules out a gap. */
function nameOperation(record: LooseObject | null, wrapper: LooseObject): string | null {
  const names = [
    record?.['Operation'],
    wrapper['Operation'],
    wrapper['Operations'],
    wrapper['operation'],
    wrapper['ActionType'],
  ]
    .map((name) => toText(name)?.trim() ?? null)
    .filter((name) => name !== null);
  return names.find((name) => !isMailAccess(name)) ?? names[0] ?? null;
}

/** A text of JSON that is an object, or undefined. */
function parseObject(text: string): LooseObject | undefined {
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
