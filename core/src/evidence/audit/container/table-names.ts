import type { AuditFormat } from '../formats/audit-format.ts';
import { AUDIT_FORMATS, PLAIN_TABLE } from '../formats/registry.ts';

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

/** The format of a table in JSON. */
export function findTableFormat(names: readonly string[]): AuditFormat {
  const lower = new Set(names.map((name) => name.toLowerCase()));
  const found = AUDIT_FORMATS.find(
    ({ judgedColumns, isHeader }) => judgedColumns !== undefined && isHeader?.((name) => lower.has(name)) === true,
  );
  return found ?? PLAIN_TABLE;
}

/** Columns missing from a table of records: a query that names columns omits the others. */
export function findMissingColumns(names: readonly string[], { judgedColumns = [] }: AuditFormat): readonly string[] {
  if (names.some((name) => RECORD_COLUMNS.has(name))) return [];
  return judgedColumns.flatMap((wanted) => {
    const oneOf = typeof wanted === 'string' ? [wanted] : wanted;
    return oneOf.some((name) => names.includes(name)) ? [] : oneOf.slice(0, 1);
  });
}
