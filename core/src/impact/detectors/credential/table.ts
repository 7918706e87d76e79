import type { Detector, Finding, TextLine } from '../finding.ts';
import { PASSWORD_CUE, PASSWORD_HINTS, USER_CUE } from './cue-words.ts';
import { linesFrom } from './lines-from.ts';
import { toFinding, toUnwrapped } from './to-finding.ts';
import { looksSecret, mayBeValue } from './value-shape.ts';

const BLANK_LINES_AFTER_HEADING = 3;

/** A line with a label of its own is no row: the table has ended. */
const OTHER_LABEL = /^[ \t]{0,8}\p{L}[\p{L} .’'-]{0,60}:(?:[ \t]|$)/u;

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Column {
  readonly at: number;
  readonly isLast: boolean;
  readonly count: number;
  /** Tabs or bars part its cells: they do in each row. */
  readonly isMarked: boolean;
  /** More columns follow that nothing parts in the heading. */
  readonly isOpen: boolean;
}

export const findTabledCredentials: Detector = {
  hints: PASSWORD_HINTS,
  find: ({ lines }, headings) =>
    headings.flatMap((at) => {
      const column = findColumn(lines[at] ?? { text: '', start: 0 });
      return column === null ? [] : readRows(lines, at + 1, column);
    }),
};

/** Which cell of a heading is the password's; null where the line is no heading. */
function findColumn({ text }: TextLine): Column | null {
  if (text.length > 200 || /[:=?!.]/.test(text) || !text.match(PASSWORD_CUE) || !USER_CUE.test(text)) return null;
  // `user bob_smith, pass x7`: what a heading names is no value.
  if (text.split(/\s+/).some((word) => looksSecret(word) || word.includes('_'))) return null;
  const cells = toCells(text);
  const at = cells.findIndex((cell) => cell.text.match(PASSWORD_CUE) !== null);
  if (cells.length < 2 || cells.some((cell, place) => place !== at && cell.text.split(/\s+/).length > 4)) return null;
  // Single blanks part the headings behind it.
  const isOpen = at === cells.length - 1 && (cells[at]?.text ?? '').split(/\s+/).length > 2;
  if (isOpen && cells[at]?.text.search(PASSWORD_CUE) !== 0) return null;
  return { at, isLast: at === cells.length - 1, count: cells.length, isMarked: /[\t|;]/.test(text), isOpen };
}

const GAPS = /\S+(?: \S+)*/g;

/** Cells are parted by tabs, bars, commas or gaps of two spaces. */
function toCells(text: string, by?: RegExp): readonly Cell[] {
  const parted = by ?? (/\t|\||;/.test(text) ? /[^\t|;]+/g : /,/.test(text) ? /[^,]+/g : GAPS);
  return [...text.matchAll(parted)].flatMap((cell) => {
    const trimmed = cell[0].trim();
    if (trimmed === '') return [];
    const start = cell.index + cell[0].indexOf(trimmed);
    return [{ text: trimmed, start, end: start + trimmed.length }];
  });
}

/** All rows of a table end at the next heading, so that work grows with the text. */
function readRows(lines: readonly TextLine[], from: number, column: Column): readonly Finding[] {
  const found: Finding[] = [];
  let blank = 0;
  for (const line of linesFrom(lines, from)) {
    if (/^[\s|+=_-]*$/.test(line.text)) {
      blank += 1;
      if (blank > (found.length === 0 ? BLANK_LINES_AFTER_HEADING : 1)) break;
      continue;
    }
    if (OTHER_LABEL.test(line.text) || line.text.match(PASSWORD_CUE) !== null) break;
    const gapped = toCells(line.text, GAPS);
    const cells = gapped.length === column.count ? gapped : toCells(line.text);
    if (blank > 0 && found.length > 0 && cells.length !== column.count) break;
    const tokens = cells.length >= 2 ? cells : [...line.text.matchAll(/\S+/g)].map(toTokenCell);
    const cell = column.isLast && !column.isOpen ? tokens.at(-1) : tokens[column.at];
    if (column.isMarked && cells.length !== column.count && !/[\t|;]/.test(line.text)) break;
    const fits =
      cells.length === column.count ||
      (column.isOpen && cells.length > column.count) ||
      (tokens.length >= 2 && tokens.length <= column.count + 2);
    if (cell === undefined || !fits || /\s/.test(cell.text) || !mayBeValue(cell.text)) break;
    if (cells.length !== column.count && !looksSecret(cell.text)) break;
    blank = 0;
    const confidence = looksSecret(cell.text) || cells.length === column.count ? 'likely' : 'weak';
    found.push(toFinding('credential-table', confidence, toUnwrapped(line), { ...cell, value: cell.text }));
  }
  return found;
}

function toTokenCell(match: RegExpExecArray): Cell {
  return { text: match[0], start: match.index, end: match.index + match[0].length };
}
