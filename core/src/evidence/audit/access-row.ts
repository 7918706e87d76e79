import { showsMail } from '../record/access-kind.ts';
import type { AccessRow } from '../record/audit-record.ts';
import { isThrottlingLost, readAccessRecord } from '../record/audit-record-reading.ts';
import { isObject, type LooseObject, toNested, toText } from '../record/loose-value.ts';
import type { AuditFormat } from './formats/audit-format.ts';
import { managementApi } from './formats/management-api.ts';
import { AUDIT_FORMATS } from './formats/registry.ts';

/** A row as read, with what its wrapper says beside the record. */
export interface RowReading {
  readonly row: AccessRow;
  /** What the row was wrapped in; null when it was nothing that could be read. */
  readonly format: AuditFormat | null;
  /** `ResultIndex` and `ResultCount` of the wrapper, as found. */
  readonly resultIndex: unknown;
  readonly resultCount: unknown;
  /** Its record counts as throttled because nothing that it said of that can be read. */
  readonly isThrottlingLost: boolean;
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
  for (const format of AUDIT_FORMATS) {
    const wrapped = format.unwrap?.(outer) ?? null;
    if (wrapped === null) continue;
    const { inner } = wrapped;
    return toReading(
      inner === outer ? readRecordRow(outer, outer, line) : readInner(inner, outer, line),
      format,
      outer,
    );
  }
  return toReading(readRecordRow(outer, outer, line), managementApi, outer);
}

/** What was made of the record inside. */
type InnerReading = Pick<RowReading, 'row' | 'isThrottlingLost'>;

function toReading(inner: InnerReading, format: AuditFormat | null, outer: LooseObject): RowReading {
  return { ...inner, format, resultIndex: outer['ResultIndex'], resultCount: outer['ResultCount'] };
}

function toUnreadable(row: Omit<Extract<AccessRow, { state: 'unreadable' }>, 'state'>): InnerReading {
  return { row: { state: 'unreadable', ...row }, isThrottlingLost: false };
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
