import type { AuditFormat } from '../formats/audit-format.ts';
import { AUDIT_FORMATS } from '../formats/registry.ts';
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

/** Wrapper members by lower-case name; PowerShell and people change the case. */
const MEMBERS: ReadonlyMap<string, string> = new Map(
  ['AuditData', 'RawEventData', 'ActionType', 'Operation', 'Operations', 'ResultIndex', 'ResultCount'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** Recognises a header line, or null. Quotes only surround whole names. */
export function readCsvHeader(line: string): CsvHeader | null {
  for (const separator of SEPARATORS) {
    const columns = line.split(separator).map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const lower = new Set(columns.map((name) => name.toLowerCase()));
    const format = AUDIT_FORMATS.find(({ isHeader }) => isHeader?.((name) => lower.has(name)) === true);
    if (format === undefined) continue;
    const names = columns.map((name) => format.toMember?.(name) ?? MEMBERS.get(name.toLowerCase()) ?? name);
    return { format, separator: separator.charCodeAt(0), names, columns };
  }
  return null;
}

/** Reads the rows after the header. Counts rows from 1, without header and blank lines. */
export function createCsvContainer(context: ReaderContext, header: CsvHeader): ByteReader {
  const { collector, file } = context;
  const { format } = header;
  let line = 0;
  collector.addMissing(findMissingColumns(header.names, format));

  // The first of two columns with one name counts.
  const at = new Map([...header.names.entries()].reverse().map(([index, name]) => [name, index]));
  return createCsvReader(context, header.separator, (row) => {
    if (isHeaderAgain(header, row)) return;
    line += 1;
    const wrapper = toWrapper(header, row);
    if (row.isBroken) {
      const operation = [wrapper['Operation'], wrapper['Operations'], wrapper['kind']].find(
        (name) => name !== undefined,
      );
      const named = operation?.trim() || null;
      const cause = row.isCutOff ? 'cut-off' : 'broken-quote';
      const kept = format.rows === undefined ? named : format.rows.nameOperation(named);
      collector.addRow({ state: 'unreadable', line, cause, operation: kept }, format);
    } else if (format.rows !== undefined) {
      const cell = (name: string): string => row.columns[at.get(name) ?? -1] ?? '';
      collector.addRow(format.rows.read(file, line, cell), format);
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
