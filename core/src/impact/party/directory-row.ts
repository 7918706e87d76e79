import { type CsvRow, type ProblemWeight, toALabels } from '@candor/core/base';
import { findDomainSeparator } from '../counterparty/counterparty.ts';
import { toTenantDomain } from '../counterparty/tenant.ts';
import { type Contact, PARTY_KINDS, type PartyKind, RELATIONS, type Relation } from './directory.ts';

/** The columns of directory.csv; their order in a file is free. */
export const DIRECTORY_COLUMNS = [
  'match',
  'party',
  'kind',
  'name',
  'country',
  'contact',
  'contact_role',
  'language',
] as const;

/** Columns that most directories do not need; nobody is told that they are missing. */
export const DIRECTORY_FURTHER_COLUMNS = ['relation', 'postal'] as const;

export type DirectoryColumn = (typeof DIRECTORY_COLUMNS)[number] | (typeof DIRECTORY_FURTHER_COLUMNS)[number];

export type DirectoryMatch =
  | { readonly what: 'domain'; readonly value: string }
  | { readonly what: 'address'; readonly value: string; readonly domain: string };

/** What the first line says: where each known column is, and how many fields a row may have. */
export interface DirectoryHeader {
  readonly columns: ReadonlyMap<DirectoryColumn, number>;
  readonly width: number;
}

/** One usable row. Empty cells are null. */
export interface DirectoryRow {
  readonly line: number;
  readonly match: DirectoryMatch;
  readonly party: string | null;
  readonly kind: PartyKind | null;
  readonly name: string | null;
  readonly country: string | null;
  readonly relation: Relation | null;
  readonly postal: readonly string[];
  readonly contact: Contact | null;
}

/** A label of a domain as real mail has them: letters, digits, `-` and `_`. Longer than 63 cannot be in the DNS. */
const LABEL = /^[a-z0-9_-]{1,63}$/;

/** Reads one row; null when it has no usable match. A wrong kind is left out, the rest of the row is used. */
export function readDirectoryRow(
  row: CsvRow,
  { columns, width }: DirectoryHeader,
  report: Report,
): DirectoryRow | null {
  const { line } = row;
  const cell = (column: DirectoryColumn): string | null => row.fields[columns.get(column) ?? -1]?.trim() || null;
  if (row.broken)
    report(
      line,
      'directory-broken-quote',
      'A quote in this row is not closed or not at the edge of its field; close it, or double quotes inside a field.',
    );
  if (row.fields.every((field) => field.trim() === '')) return null;
  if (row.fields.slice(width).some((field) => field.trim() !== '')) {
    report(
      line,
      'directory-too-many-fields',
      'The row has more fields than the first line names; the last ones are not used. A field that holds a comma needs quotes.',
    );
  }
  const written = cell('match');
  const match = written === null ? null : readMatch(written);
  if (match === null) {
    const sentence = written === null ? 'The row has no match' : 'The match is neither a domain nor an address';
    report(line, written === null ? 'directory-no-match' : 'directory-bad-match', `${sentence}; the row is not used.`);
    return null;
  }
  return {
    line,
    match,
    party: cell('party'),
    kind: readKind(cell('kind'), line, report),
    name: cell('name'),
    country: cell('country')?.toUpperCase() ?? null,
    relation: readRelation(cell('relation'), line, report),
    postal: readPostal(cell('postal')),
    contact: readContact(cell('contact'), cell('contact_role'), cell('language'), line, report),
  };
}

function readMatch(written: string): DirectoryMatch | null {
  const lower = written.toLowerCase();
  const at = findDomainSeparator(lower);
  const domain = toTenantDomain(toALabels(lower.slice(at + 1)));
  if (!domain.split('.').every((label) => LABEL.test(label))) return null;
  if (at < 0) return lower.includes('@') ? null : { what: 'domain', value: domain };
  const local = lower.slice(0, at);
  if (local === '' || (/[\s,;<>]/.test(local) && !local.startsWith('"'))) return null;
  return { what: 'address', value: `${local}@${domain}`, domain };
}

function readKind(written: string | null, line: number, report: Report): PartyKind | null {
  if (written === null) return null;
  const kind = PARTY_KINDS.find((known) => known === written.toLowerCase());
  if (kind === undefined)
    report(line, 'directory-wrong-kind', `The kind is none of ${PARTY_KINDS.join(', ')}; it is ignored.`);
  return kind ?? null;
}

function readRelation(written: string | null, line: number, report: Report): Relation | null {
  if (written === null) return null;
  const relation = RELATIONS.find((known) => known === written.toLowerCase());
  if (relation === undefined)
    report(line, 'directory-wrong-relation', `The relation is none of ${RELATIONS.join(', ')}; it is ignored.`);
  return relation ?? null;
}

/** Lines of an envelope; more or longer ones do not fit its window. */
const MAX_POSTAL_LINES = 8;
const POSTAL_LINE_CHARACTERS = 80;

/** Line breaks or `|` part the lines of an address. */
function readPostal(written: string | null): readonly string[] {
  if (written === null) return [];
  return written
    .split(/\r\n|[\r\n|]/)
    .map((part) => part.trim().slice(0, POSTAL_LINE_CHARACTERS))
    .filter((part) => part !== '')
    .slice(0, MAX_POSTAL_LINES);
}

function readContact(
  contact: string | null,
  role: string | null,
  language: string | null,
  line: number,
  report: Report,
): Contact | null {
  if (contact !== null) return { contact, role, language };
  if (role !== null || language !== null)
    report(
      line,
      'directory-no-contact',
      'The row gives a contact_role or language without a contact; they are not used.',
      'note',
    );
  return null;
}

/** Collects one problem at a line of the directory. */
export type Report = (line: number, code: string, sentence: string, weight?: ProblemWeight) => void;
