import { showsMail } from './access-kind.ts';
import type { AccessContainer, AccessRow } from './audit-record.ts';
import { isOfficeActivity, isThrottlingLost, readAccessRecord } from './audit-record-reading.ts';
import { findElasticRecord } from './elastic-event.ts';
import { isObject, type LooseObject, toNested, toText } from './loose-value.ts';

/** A row as read, with what its wrapper says beside the record. */
export interface RowReading {
  readonly row: AccessRow;
  /** What the row was wrapped in; null when it was nothing that could be read. */
  readonly container: AccessContainer | null;
  /** `ResultIndex` and `ResultCount` of the wrapper, as found. */
  readonly resultIndex: unknown;
  readonly resultCount: unknown;
  /** Its record counts as throttled because nothing that it said of that can be read. */
  readonly isThrottlingLost: boolean;
}

interface Wrapped {
  readonly container: AccessContainer;
  /** The record inside: an object, or a text of JSON. */
  readonly inner: unknown;
}

/**
 * Reads one parsed row of any JSON container. Rows of one file may be wrapped differently; each is judged by its own
 * members. Never throws; `value` may be anything.
 */
export function readAccessRow(value: unknown, line: number): RowReading {
  const outer = typeof value === 'string' ? parseObject(value) : value;
  if (!isObject(outer)) {
    const cause = outer === undefined || typeof value === 'string' ? 'not-json' : 'no-id';
    return toReading(toUnreadable({ line, cause, operation: null }), null, {});
  }
  const wrapped = unwrap(outer) ?? unwrapSearch(outer) ?? unwrapElastic(outer);
  if (wrapped === null) {
    const container = isOfficeActivity(outer) ? 'office-activity' : 'management-api';
    return toReading(readRecordRow(outer, outer, line), container, outer);
  }
  return toReading(readInner(wrapped.inner, outer, line), wrapped.container, outer);
}

/** What was made of the record inside. */
type InnerReading = Pick<RowReading, 'row' | 'isThrottlingLost'>;

function toReading(inner: InnerReading, container: AccessContainer | null, outer: LooseObject): RowReading {
  return { ...inner, container, resultIndex: outer['ResultIndex'], resultCount: outer['ResultCount'] };
}

function toUnreadable(row: Omit<Extract<AccessRow, { state: 'unreadable' }>, 'state'>): InnerReading {
  return { row: { state: 'unreadable', ...row }, isThrottlingLost: false };
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

function unwrapElastic(outer: LooseObject): Wrapped | null {
  const inner = findElasticRecord(outer);
  return inner === null ? null : { container: 'elastic-o365', inner };
}

/**
 * The record of a wrapper: its id and time only; the wrapper's do not help (docs/formats/access-records.md, Rows that
 * cannot be read).
 */
function readInner(inner: unknown, wrapper: LooseObject, line: number): InnerReading {
  if (inner === undefined || inner === null || (typeof inner === 'string' && inner.trim() === '')) {
    return toUnreadable({ line, cause: 'no-audit-data', operation: nameOperation(null, wrapper) });
  }
  const record = typeof inner === 'string' ? parseObject(inner) : inner;
  if (isObject(record)) return readRecordRow(withoutModel(record), wrapper, line);
  return toUnreadable({ line, cause: 'not-json', operation: nameOperation(null, wrapper) });
}

/** The PowerShell module of Graph knows no members of `auditData` and keeps all of them in `AdditionalProperties`. */
function withoutModel(record: LooseObject): LooseObject {
  if ('Id' in record && record['Id'] !== null) return record;
  const within = toNested(record['AdditionalProperties'] ?? record['additionalProperties']);
  return isObject(within) ? within : record;
}

function readRecordRow(source: LooseObject, wrapper: LooseObject, line: number): InnerReading {
  const record = readAccessRecord(source);
  if (typeof record === 'string')
    return toUnreadable({ line, cause: record, operation: nameOperation(source, wrapper) });
  return { row: { state: 'record', line, record }, isThrottlingLost: record.throttled && isThrottlingLost(source) };
}

/**
 * The operation that wrapper or record names. Where they differ, the one that shows no mail: either of them rules out a
 * gap.
 */
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
  return names.find((name) => !showsMail(name)) ?? names[0] ?? null;
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
