import type { AuditFormat } from '../formats/audit-format.ts';
import { officeActivity } from '../formats/office-activity.ts';
import { AUDIT_FORMATS } from '../formats/registry.ts';

const ADDRESS_COLUMNS = ['Client_IPAddress', 'ClientIP'];

/** Each of these columns has a complete record. */
const RECORD_COLUMNS: ReadonlySet<string> = new Set(AUDIT_FORMATS.flatMap(({ recordColumn }) => recordColumn ?? []));

/** Columns of Kusto's status tables after the answer. */
const KUSTO_TABLES = [
  ['Severity', 'StatusCode', 'StatusDescription'],
  ['Ordinal', 'Kind', 'Name', 'Id', 'PrettyName'],
];

/** Whether a later table is one of Kusto's status tables, without records. */
export function isAboutQuery(names: readonly string[]): boolean {
  if (names.length === 1 && names[0] === 'Value') return true;
  return KUSTO_TABLES.some((table) => table.every((name) => names.includes(name)));
}

/** Columns missing from a table of records: a query that names columns omits the others. */
export function findMissingColumns(
  names: readonly string[],
  { judgedColumns = [] }: AuditFormat = officeActivity,
): readonly string[] {
  if (judgedColumns.length === 0 || names.some((name) => RECORD_COLUMNS.has(name))) return [];
  const missing = judgedColumns.filter((name) => !names.includes(name));
  return ADDRESS_COLUMNS.some((name) => names.includes(name)) ? missing : [...missing, 'Client_IPAddress'];
}
