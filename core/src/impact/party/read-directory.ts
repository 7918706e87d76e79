import { type CsvRow, findEncodingLoss, type Problem, readCsv } from '@candor/core/base';
import { isAtOrBelow } from '../counterparty/counterparty.ts';
import { findRegistrableDomain, type SuffixRules } from '../reference/suffix-rules.ts';
import { assembleDirectory } from './assemble-directory.ts';
import type { Directory } from './directory.ts';
import {
  DIRECTORY_COLUMNS,
  DIRECTORY_FURTHER_COLUMNS,
  type DirectoryColumn,
  type DirectoryHeader,
  type DirectoryRow,
  type Report,
  readDirectoryRow,
} from './directory-row.ts';

/**
 * Rows beyond this are not read: an organization with a million outside parties is not known, a file that never ends
 * is.
 */
export const MAX_DIRECTORY_ROWS = 1_000_000;

/** What the directory is read against. */
export interface DirectoryContext {
  /** Path as in incident.yaml, for the places of problems. */
  readonly file: string;
  /** Lower-case A-labels. */
  readonly organizationDomains: readonly string[];
  readonly suffixRules: SuffixRules;
}

/**
 * Reads directory.csv (docs/formats/directory-csv.md). Never throws: a row that cannot be used is left out, every
 * oddity is a problem with the line that has it. Without a `match` column nothing can be used, and the directory is
 * empty.
 */
export function readDirectory(
  text: string,
  surroundings: DirectoryContext,
): { directory: Directory; problems: readonly Problem[] } {
  const found: { line: number; problem: Problem }[] = [];
  const report: Report = (line, code, sentence, weight = 'person') => {
    found.push({ line, problem: { code, place: `${surroundings.file}:${line}`, text: sentence, weight } });
  };
  const lost = findEncodingLoss(text);
  if (lost !== null)
    report(
      lost,
      'directory-not-utf8',
      'This row is not valid UTF-8, and names would be printed wrong; save the directory as CSV UTF-8.',
    );
  const rows = readRows(text, report);
  warnOfUnreachable(rows, surroundings, report);
  const directory = assembleDirectory(rows, report);
  return { directory, problems: found.sort((a, b) => a.line - b.line).map(({ problem }) => problem) };
}

function readRows(text: string, report: Report): readonly DirectoryRow[] {
  const rows: DirectoryRow[] = [];
  let header: DirectoryHeader | null = null;
  for (const row of readCsv(text)) {
    if (header === null) {
      header = { columns: readHeader(row, report), width: row.fields.length };
      if (!header.columns.has('match')) return [];
      continue;
    }
    if (rows.length >= MAX_DIRECTORY_ROWS) {
      report(
        row.line,
        'directory-too-long',
        `The directory has more than ${MAX_DIRECTORY_ROWS} rows; this row and all that follow are not used.`,
      );
      break;
    }
    const read = readDirectoryRow(row, header, report);
    if (read !== null) rows.push(read);
  }
  if (header === null)
    report(
      1,
      'directory-no-header',
      `The directory is empty; its first line must name the columns ${DIRECTORY_COLUMNS.join(',')}.`,
    );
  return rows;
}

function readHeader(row: CsvRow, report: Report): ReadonlyMap<DirectoryColumn, number> {
  const columns = new Map<DirectoryColumn, number>();
  row.fields.forEach((field, position) => {
    const name = field.trim().toLowerCase();
    const column = [...DIRECTORY_COLUMNS, ...DIRECTORY_FURTHER_COLUMNS].find((known) => known === name);
    if (column === undefined) {
      if (name !== '')
        report(
          row.line,
          'directory-unknown-column',
          `Column ${position + 1} has an unknown name; it is not used.`,
          'note',
        );
    } else if (columns.has(column)) {
      report(row.line, 'directory-column-twice', `The column ${column} appears twice; the first is used.`);
    } else columns.set(column, position);
  });
  if (!columns.has('match')) {
    report(
      row.line,
      'directory-no-header',
      `The first line names no column match, so nothing in the directory can be used; write ${DIRECTORY_COLUMNS.join(',')} there.`,
    );
    return columns;
  }
  const missing = DIRECTORY_COLUMNS.filter((column) => !columns.has(column));
  if (missing.length > 0)
    report(
      row.line,
      'directory-missing-column',
      `The directory has no column ${missing.join(', ')}; it counts as empty.`,
      'note',
    );
  return columns;
}

/** Rows that are well written and yet can never match (docs/formats/directory-csv.md, Rules). */
function warnOfUnreachable(rows: readonly DirectoryRow[], surroundings: DirectoryContext, report: Report): void {
  const internal = new Set(surroundings.organizationDomains);
  for (const { line, match } of rows) {
    const domain = match.what === 'domain' ? match.value : match.domain;
    if (isAtOrBelow(domain, internal)) {
      report(
        line,
        'directory-internal',
        'The row is about the organization itself; internal addresses belong to no party, so it matches nothing.',
        'note',
      );
    } else if (findRegistrableDomain(domain, surroundings.suffixRules) === null) {
      report(
        line,
        'directory-no-registrable-domain',
        'The row names no registrable domain and nothing below one (public suffix, unlisted top-level name), so it matches nothing.',
      );
    }
  }
}
