import { nameOperation } from '../access-row.ts';
import type { AuditFormat } from '../formats/audit-format.ts';
import { AUDIT_FORMATS } from '../formats/registry.ts';
import { type FieldReader, nameOwnOperation, readOwnRow } from '../own-row.ts';
import type { ByteReader, ReaderContext } from './byte-reader.ts';
import { type CsvRow, createCsvReader } from './csv-rows.ts';
import { findMissingColumns } from './table-names.ts';

export interface CsvHeader {
  readonly format: AuditFormat;
  readonly separator: number;
  /** Column names as the row reader expects them. */
  readonly names: readonly string[];
  readonly columns: readonly string[];
}

/** `,`, the separator of decimal-comma locales, and tab. */
const SEPARATORS = [',', ';', '\t'];

/** What Search-UnifiedAuditLog says about a row, whatever program wrote the CSV. */
const POSITION_COLUMNS = ['ResultIndex', 'ResultCount'];

/** Recognises a header line, or null. Quotes only surround whole names. */
export function readCsvHeader(line: string, formats: readonly AuditFormat[] = AUDIT_FORMATS): CsvHeader | null {
  for (const separator of SEPARATORS) {
    const columns = line.split(separator).map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const lower = new Set(columns.map((name) => name.toLowerCase()));
    const format = formats.find((one) => isHeaderOf(one, lower));
    if (format === undefined) continue;
    return { format, separator: separator.charCodeAt(0), names: toNames(format, columns), columns };
  }
  return null;
}

function isHeaderOf({ isHeader, rows }: AuditFormat, lower: ReadonlySet<string>): boolean {
  if (rows === undefined) return isHeader?.((name) => lower.has(name)) === true;
  const { time, mailbox, kind } = rows.columns;
  return [time, mailbox, kind].every((name) => lower.has(name.toLowerCase()));
}

/** Names in the letter case that the format has: PowerShell and people change it. */
function toNames(format: AuditFormat, columns: readonly string[]): readonly string[] {
  const { rows, toMember, recordColumn = '', operationColumns = [] } = format;
  if (toMember !== undefined) return columns.map(toMember);
  const known =
    rows === undefined ? [recordColumn, ...operationColumns, ...POSITION_COLUMNS] : Object.values(rows.columns);
  const own = new Map(known.map((name) => [name.toLowerCase(), name]));
  return columns.map((name) => own.get(name.toLowerCase()) ?? name);
}

/** Reads the rows after the header. Counts rows from 1, without header and blank lines. */
export function createCsvContainer(context: ReaderContext, header: CsvHeader): ByteReader {
  const { collector, file } = context;
  const { format } = header;
  let line = 0;
  collector.addMissing(findMissingColumns(header.names, format));

  return createCsvReader(context, header.separator, (row) => {
    if (isHeaderAgain(header, row)) return;
    line += 1;
    const { rows } = format;
    const wrapper = toWrapper(header, row);
    if (row.isBroken) {
      const cause = row.isCutOff ? 'cut-off' : 'broken-quote';
      const operation =
        rows === undefined ? nameOperation(null, wrapper) : nameOwnOperation(rows, wrapper[rows.columns.kind] ?? '');
      collector.addRow({ state: 'unreadable', line, cause, operation }, format);
    } else if (rows !== undefined) {
      const cell: FieldReader = (field) => wrapper[rows.columns[field] ?? ''] ?? '';
      collector.addRow(readOwnRow(rows, file, line, cell), format);
    } else collector.addValue(wrapper, line, format);
  });
}

/**
 * Concatenated exports repeat headers, byte order mark and `#TYPE …` line. A row whose number is part of its id counts
 * anyway.
 */
function isHeaderAgain({ format, columns }: CsvHeader, row: CsvRow): boolean {
  if (format.rows !== undefined || row.isBroken) return false;
  const names = row.columns.map((name, at) => (at === 0 ? name.replace(/^\ufeff"?|"$/g, '') : name).trim());
  if (names.length === 1 && names[0]?.startsWith('#TYPE ') === true) return true;
  return names.length === columns.length && names.every((name, at) => name === columns[at]);
}

/** The texts of a row by name; the first of two columns with one name counts. */
function toWrapper({ format, names, columns: headers }: CsvHeader, { columns }: CsvRow): Record<string, string> {
  const wrapper: Record<string, string> = Object.create(null);
  for (const [at, value] of columns.entries()) {
    const name = names[at];
    if (name !== undefined && !(name in wrapper)) wrapper[name] = format.toCell?.(headers[at] ?? '', value) ?? value;
  }
  // A row that ends before its record has an empty one.
  if (format.needsRecord === true && format.recordColumn !== undefined) wrapper[format.recordColumn] ??= '';
  return wrapper;
}
