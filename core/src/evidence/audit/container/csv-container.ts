import { toStandardTime } from '../../record/access-time.ts';
import type { AccessContainer } from '../../record/audit-record.ts';
import { NEUTRAL_COLUMNS, type NeutralColumn, readNeutralRow } from '../../record/neutral-row.ts';
import type { ByteReader, ReaderContext } from './byte-reader.ts';
import { type CsvRow, createCsvReader } from './csv-rows.ts';
import { findMissingColumns } from './table-names.ts';

/** What the header row says about a CSV. */
export interface CsvHeader {
  readonly container: AccessContainer;
  readonly separator: number;
  /** The column names as the reader of rows wants them. */
  readonly names: readonly string[];
  /** As they stand in the file. */
  readonly columns: readonly string[];
}

/** `,`, and what Windows writes where the comma is the decimal sign, and tab. */
const SEPARATORS = [',', ';', '\t'];

const UTC = / \[UTC\]$/;

/** Members of a wrapper by their name in lower case; PowerShell and people change the case. */
const MEMBERS: ReadonlyMap<string, string> = new Map(
  ['AuditData', 'RawEventData', 'ActionType', 'Operation', 'Operations', 'ResultIndex', 'ResultCount'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);

/** Recognises a header line, or null. Quotes in it are only around whole names. */
export function readCsvHeader(line: string): CsvHeader | null {
  for (const separator of SEPARATORS) {
    const columns = line.split(separator).map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );
    const container = recognise(columns.map((name) => name.toLowerCase()));
    if (container === null) continue;
    const names = columns.map((name) => toMember(container, name));
    return { container, separator: separator.charCodeAt(0), names, columns };
  }
  return null;
}

function recognise(names: readonly string[]): AccessContainer | null {
  const has = (name: string) => names.includes(name);
  if (has('auditdata')) return has('recordid') ? 'purview-csv' : 'search-csv';
  if (has('time') && has('mailbox') && has('kind')) return 'neutral-csv';
  if (has('officeid')) return 'office-activity';
  if (has('_raw')) return 'management-api';
  return has('raweventdata') ? 'cloud-app-events' : null;
}

function toMember(container: AccessContainer, name: string): string {
  if (container === 'neutral-csv') return name.toLowerCase();
  // The portal of Log Analytics adds the zone to the name of a time column.
  if (container === 'office-activity') return name.replace(UTC, '');
  return MEMBERS.get(name.toLowerCase()) ?? name;
}

/** Reads the rows after the header. Rows are counted from 1, the header and blank lines not counted. */
export function createCsvContainer(context: ReaderContext, header: CsvHeader): ByteReader {
  const { collector, file } = context;
  let line = 0;
  if (header.container === 'office-activity') collector.addMissing(findMissingColumns(header.names));

  function readNeutral({ columns }: CsvRow): void {
    const at = new Map<NeutralColumn, number>(NEUTRAL_COLUMNS.map((name) => [name, header.names.indexOf(name)]));
    const row = readNeutralRow(file, line, (name) => columns[at.get(name) ?? -1] ?? '');
    collector.addRow(row, 'neutral-csv');
  }

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
      collector.addRow(
        { state: 'unreadable', line, cause, operation: toAccessOperation(header, named) },
        header.container,
      );
    } else if (header.container === 'neutral-csv') readNeutral(row);
    else collector.addValue(wrapper, line, header.container);
  });
}

/**
 * Exports that were put behind each other keep their headers, the byte order mark and the line `#TYPE …` before them. A
 * row of a neutral file has its number in its id, so there each one counts.
 */
function isHeaderAgain({ container, columns }: CsvHeader, row: CsvRow): boolean {
  if (container === 'neutral-csv' || row.isBroken) return false;
  const names = row.columns.map((name, at) => (at === 0 ? name.replace(/^\ufeff"?|"$/g, '') : name).trim());
  if (names.length === 1 && names[0]?.startsWith('#TYPE ') === true) return true;
  return names.length === columns.length && names.every((name, at) => name === columns[at]);
}

/** A neutral row of a mail access makes a gap like a record of it, so it names no other operation. */
function toAccessOperation(header: CsvHeader, named: string | null): string | null {
  const isAccess = header.container === 'neutral-csv' && /^(?:bind|sync)$/i.test(named ?? '');
  return isAccess ? null : named;
}

function toWrapper(header: CsvHeader, { columns }: CsvRow): Record<string, string> {
  const wrapper: Record<string, string> = Object.create(null);
  for (const [at, value] of columns.entries()) {
    const name = header.names[at];
    const isPortalTime = header.container === 'office-activity' && UTC.test(header.columns[at] ?? '');
    if (name !== undefined && !(name in wrapper)) wrapper[name] = isPortalTime ? toStandardTime(value) : value;
  }
  // A row that ends before its AuditData has an empty one.
  if (header.container === 'search-csv' || header.container === 'purview-csv') wrapper['AuditData'] ??= '';
  return wrapper;
}
