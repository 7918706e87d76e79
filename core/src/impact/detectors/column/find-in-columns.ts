import { ibanRule } from '../bank-account.ts';
import { WHOLE_DATE } from '../birth-date.ts';
import { PASSWORD_CUE, PASSWORD_HINTS } from '../credential/cue-words.ts';
import type { Detector, Finding, Hints, TextLine } from '../finding.ts';
import { isStreet } from '../home-address.ts';
import type { NumberRule } from '../labelled-number.ts';
import { isLoginName } from '../login-name.ts';
import { nationalIdRules } from '../national-id.ts';
import { paymentCardRule } from '../payment-card.ts';
import { documentRules } from '../person-number.ts';
import { isTelephone } from '../private-telephone.ts';
import { isSalary } from '../salary.ts';
import { type Cell, findSeparator, type Separator, toCells, toRowCells } from './cells.ts';
import { type ColumnKind, HEADING_HINTS, isOfPersons, isSalaryHeading, toColumnKind } from './headings.ts';

type Read = Pick<Finding, 'kind' | 'detector' | 'confidence' | 'value'>;

interface Column {
  readonly at: number;
  /** The value with which a cell begins; null where it is none. */
  readonly read: (cell: string) => Read | null;
}

interface Heading {
  readonly line: number;
  readonly separator: Separator;
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
}

const MAX_HEADING_UNITS = 60;
const NUMBER_RULES: readonly NumberRule[] = [...nationalIdRules, ibanRule, paymentCardRule];
const SENTENCE_END = /[.!?:][ \t]{0,8}$/;
const LAST_OF_SENTENCE = /^(?:and|or|und|oder|et|ou|y|o|e)(?!\p{L})/iu;
/** Lines without its cells within a table: a cell of several lines, or a rule below the heading. */
const OTHER_LINES = 2;

/** Personal data in the columns of a table whose headings name it: one label for all its rows. */
export const findInColumns: Detector = {
  hints: {
    words: [
      ...['iban', 'card', 'credit', 'debit', 'kreditkarte', 'karten', 'carte', 'tarjeta', 'num', 'núm'],
      ...HEADING_HINTS,
      ...[...nationalIdRules.map(({ hints }) => hints), PASSWORD_HINTS].flatMap(toWords),
    ],
    parts: ['birth', 'geburt', 'führerschein', 'fuehrerschein', 'reisepass', 'steuernummer', 'kennw', 'passw'],
  },
  find: ({ lines }, hinted) => {
    const headings = hinted.flatMap((at) => findHeading(lines[at]?.text ?? '', at) ?? []);
    const found: Finding[] = [];
    const others = new Set(headings.map(({ line }) => line));
    let rowsBefore: ReadonlySet<number> = new Set();
    for (const heading of headings) {
      // A row may hold what is elsewhere the name of a column: `CF10 1EP` is a postcode, `C.F.` a number.
      if (rowsBefore.has(heading.line)) continue;
      const table = readRows(lines, heading, others);
      found.push(...table.found);
      rowsBefore = table.rows;
    }
    return found;
  },
};

function toWords({ words = [] }: Hints): readonly string[] {
  return words;
}

function findHeading(text: string, line: number): Heading | null {
  const separator = findSeparator(text);
  const cells = separator === null ? [] : toCells(text, separator);
  if (separator === null || cells.length < 2 || cells.some((cell) => cell.text.length > MAX_HEADING_UNITS)) return null;
  const isBesidePassword = (): boolean => cells.some((cell) => cell.text.match(PASSWORD_CUE) !== null);
  const isBesideSalary = (): boolean => cells.some((cell) => isSalaryHeading(cell.text));
  const ofPersons = (): boolean => isOfPersons(cells.map((cell) => cell.text));
  const columns = cells.flatMap((cell, at): readonly Column[] => {
    const kind = toColumnKind(cell.text, { isBesidePassword, ofPersons, isBesideSalary });
    if (kind !== null) return [{ at, read: (value) => readValue(kind, value) }];
    const rules = NUMBER_RULES.filter(({ label }) => label.test(cell.text));
    return rules.length === 0 ? [] : [{ at, read: (value) => readNumber(rules, value) }];
  });
  // `Your name, date of birth, and address.`
  if (separator === ',' && SENTENCE_END.test(text)) {
    if (columns.at(-1)?.at !== cells.length - 1 || LAST_OF_SENTENCE.test(cells.at(-1)?.text ?? '')) return null;
  }
  return columns.length === 0 ? null : { line, separator, cells, columns };
}

function readValue(kind: ColumnKind, cell: string): Read | null {
  const value = kind === 'birth-date' ? (WHOLE_DATE.exec(cell)?.[0] ?? null) : passes(kind, cell) ? cell : null;
  return value === null ? null : { kind, detector: `${kind}-table`, confidence: 'likely', value };
}

function passes(kind: ColumnKind, cell: string): boolean {
  if (kind === 'login-name') return isLoginName(cell);
  if (kind === 'salary') return isSalary(cell);
  if (kind === 'home-address') return isStreet(cell);
  if (kind === 'telephone') return isTelephone(cell);
  if (kind === 'access-code') return /^[*#]?(?:\d{4,8}|[A-Z]\d{2,6}[A-Z]?|\d{2,6}[A-Z])[*#]?$/.test(cell);
  if (kind === 'bank-account') return /^\d(?:[ -]?\d){5,17}$/.test(cell);
  const rule = documentRules.find((each) => each.kind === kind);
  if (rule === undefined) return false;
  rule.shape.lastIndex = 0;
  return rule.shape.exec(cell)?.[0] === cell && (rule.passes?.(cell) ?? true);
}

function readNumber(rules: readonly NumberRule[], cell: string): Read | null {
  const rule = rules.find(({ shape, passes: isNumber }) => {
    const [match] = cell.matchAll(shape);
    return match?.[0] === cell && isNumber(match.at(-1) ?? '');
  });
  if (rule === undefined) return null;
  return { kind: rule.kind, detector: `${rule.detector}-table`, confidence: rule.labelled, value: cell };
}

interface Table {
  readonly found: readonly Finding[];
  /** Lines that hold values below this heading. */
  readonly rows: ReadonlySet<number>;
}

/** Up to the next heading that is no row of this table. */
function readRows(lines: readonly TextLine[], heading: Heading, headings: ReadonlySet<number>): Table {
  const found: Finding[] = [];
  const rows = new Set<number>();
  let between = 0;
  for (let at = heading.line + 1; at < lines.length && between <= OTHER_LINES; at += 1) {
    const own = readRow(lines[at] ?? { text: '', start: 0 }, heading);
    if (headings.has(at) && (own === null || own.length === 0)) break;
    between = own === null ? between + 1 : 0;
    if (own === null || own.length === 0) continue;
    rows.add(at);
    found.push(...own);
  }
  return { found, rows };
}

/** The values of a row; null for a line that is none. */
function readRow(line: TextLine, heading: Heading): readonly Finding[] | null {
  const cells = toRowCells(line.text, heading.separator, heading.cells);
  return (
    cells &&
    heading.columns.flatMap(({ at: place, read }): readonly Finding[] => {
      const cell = cells[place];
      const value = cell === undefined || cell.text === '' ? null : read(cell.text);
      if (cell === undefined || value === null) return [];
      const start = line.start + cell.start;
      return [{ ...value, start, end: start + value.value.length }];
    })
  );
}
