import { showsMail } from '../record/access-kind.ts';
import type { AccessRow } from '../record/audit-record.ts';
import { isThrottlingLost, readAccessRecord } from '../record/audit-record-reading.ts';
import { isObject, type LooseObject, toNested, toText } from '../record/loose-value.ts';
import type { AuditFormat } from './formats/audit-format.ts';
import { AUDIT_FORMATS, PLAIN_RECORDS } from './formats/registry.ts';

/** A row with its wrapper's fields. */
export interface RowReading {
  readonly row: AccessRow;
  /** The wrapper; null when unreadable. */
  readonly format: AuditFormat | null;
  /** `ResultIndex` and `ResultCount` of the wrapper, as found. */
  readonly resultIndex: unknown;
  readonly resultCount: unknown;
  /** Counts as throttled because the record's own statement is unreadable. */
  readonly isThrottlingLost: boolean;
}

/**
 * Reads one parsed row of any JSON container. Rows of one file may have different wrappers. Never throws for any
 * `value`.
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
  return toReading(readRecordRow(outer, outer, line), PLAIN_RECORDS, outer);
}

type InnerReading = Pick<RowReading, 'row' | 'isThrottlingLost'>;

function toReading(inner: InnerReading, format: AuditFormat | null, outer: LooseObject): RowReading {
  return { ...inner, format, resultIndex: outer['ResultIndex'], resultCount: outer['ResultCount'] };
}

function toUnreadable(row: Omit<Extract<AccessRow, { state: 'unreadable' }>, 'state'>): InnerReading {
  return { row: { state: 'unreadable', ...row }, isThrottlingLost: false };
}

/**
 * The record of a wrapper, only with its own id and time (docs/formats/access-records.md, Rows that cannot be read).
 */
function readInner(inner: unknown, wrapper: LooseObject, line: number): InnerReading {
  if (inner === undefined || inner === null || (typeof inner === 'string' && inner.trim() === '')) {
    return toUnreadable({ line, cause: 'no-audit-data', operation: nameOperation(null, wrapper) });
  }
  const record = typeof inner === 'string' ? parseObject(inner) : inner;
  if (isObject(record)) return readRecordRow(withoutModel(record), wrapper, line);
  return toUnreadable({ line, cause: 'not-json', operation: nameOperation(null, wrapper) });
}

/** Graph's PowerShell module does not know the members of `auditData` and keeps them in `AdditionalProperties`. */
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

/** Names of every format: rows of one file may be wrapped differently. */
const OPERATION_COLUMNS = [...new Set(AUDIT_FORMATS.flatMap(({ operationColumns }) => operationColumns ?? []))];

/** The operation that wrapper or record names. If they differ, the one that shows no mail: either rules out a gap. */
export function nameOperation(record: LooseObject | null, wrapper: LooseObject): string | null {
  const names = [record?.['Operation'], ...OPERATION_COLUMNS.map((name) => wrapper[name])]
    .map((name) => toText(name)?.trim() ?? null)
    .filter((name) => name !== null);
  return names.find((name) => !showsMail(name)) ?? names[0] ?? null;
}

/** A JSON object in a text, or undefined. */
function parseObject(text: string): LooseObject | undefined {
  try {
    const value: unknown = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
