import type { AuditFormat } from '../formats/audit-format.ts';
import { officeActivity } from '../formats/office-activity.ts';
import { AUDIT_FORMATS } from '../formats/registry.ts';

const ADDRESS_COLUMNS = ['Client_IPAddress', 'ClientIP'];

/** Columns in which a whole record stands. */
const RECORD_COLUMNS: ReadonlySet<string> = new Set(AUDIT_FORMATS.flatMap(({ recordColumn }) => recordColumn ?? []));

/** What Kusto says of a query, in tables behind those of its answer: their columns. */
const KUSTO_TABLES = [
  ['Severity', 'StatusCode', 'StatusDescription'],
  ['Ordinal', 'Kind', 'Name', 'Id', 'PrettyName'],
];

/**
 * Whether a table behind the first is one in which Kusto tells of the query, its status or its tables: no row of it is
 * a record.
 */
export function isAboutQuery(names: readonly string[]): boolean {
  if (names.length === 1 && names[0] === 'Value') return true;
  return KUSTO_TABLES.some((table) => table.every((name) => names.includes(name)));
}

/** What a table of records lacks: a query that names its columns leaves the others out. */
export function findMissingColumns(
  names: readonly string[],
  { judgedColumns = [] }: AuditFormat = officeActivity,
): readonly string[] {
  if (judgedColumns.length === 0 || names.some((name) => RECORD_COLUMNS.has(name))) return [];
  const missing = judgedColumns.filter((name) => !names.includes(name));
  return ADDRESS_COLUMNS.some((name) => names.includes(name)) ? missing : [...missing, 'Client_IPAddress'];
}
