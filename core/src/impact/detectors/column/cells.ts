import { type SearchedText, type UnwrappedLine, unwrapLine } from '../finding.ts';

/** What parts the cells of a table's line: a character, or a gap of two spaces or more. */
export type Separator = '\t' | '|' | ';' | ',' | 'gap';

export interface Cell {
  readonly text: string;
  readonly start: number;
}

const MARKS: readonly Separator[] = ['\t', '|', ';', ','];
const GAP = /[ \t]{2}/;
const GAPPED = /\S+(?: \S+)*/g;

const PARTED = /[\t|]|;\S|\S {3,}\S|,[^\s\d]/;

/** A line with the one behind it where its sentence goes on there; a line with cells goes on in none. */
export function unwrapSentence(text: SearchedText, at: number): UnwrappedLine {
  const line = text.lines[at] ?? { text: '', start: 0 };
  if (!PARTED.test(line.text)) return unwrapLine(text, at);
  return { text: line.text, own: line.text.length, toOffset: (unit) => line.start + unit };
}

/** Whether a label at the end of a line may have its value alone on the next one: a heading's has not. */
export function isParted(text: string): boolean {
  return PARTED.test(text);
}

/** What parts the cells of a heading: the first of these that it holds. */
export function findSeparator(text: string): Separator | null {
  return MARKS.find((mark) => text.includes(mark)) ?? (GAP.test(text.trim()) ? 'gap' : null);
}

/** The cells of a line. In quotes a separator parts nothing (RFC 4180). */
export function toCells(text: string, by: Separator): readonly Cell[] {
  if (by === 'gap') return [...text.matchAll(GAPPED)].map(({ index, 0: cell }) => ({ text: cell, start: index }));
  const cells: Cell[] = [];
  let from = 0;
  let isQuoted = false;
  let isEmpty = true;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = text[at];
    if (unit === '"' && (isQuoted || isEmpty)) isQuoted = !isQuoted;
    if (at < text.length && (unit !== by || isQuoted)) {
      if (unit !== ' ') isEmpty = false;
      continue;
    }
    cells.push(toCell(text, from, at));
    from = at + 1;
    isEmpty = true;
  }
  return cells;
}

function toCell(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  const isBlank = (at: number): boolean => /\s/.test(text[at] ?? '');
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  if (end - start >= 2 && text[start] === '"' && text[end - 1] === '"') {
    start += 1;
    end -= 1;
  }
  return { text: text.slice(start, end), start };
}

const NO_CELL: Cell = { text: '', start: 0 };

/**
 * The cells of a row below the cells of its heading; null for a line that is no row. A sheet leaves out the last cells
 * of a row where they are empty. Bars in front of the first text are taken for marks of quotation. Where spaces part
 * them, an empty cell is seen by the places of the others.
 */
export function toRowCells(text: string, by: Separator, heading: readonly Cell[]): readonly Cell[] | null {
  const cells = toCells(text, by);
  if (by === '\t') return cells.length > 1 ? cells : null;
  if (cells.length === heading.length) return cells;
  if (cells.length < 2 || cells.length > heading.length) return null;
  if (by === '|') return [...Array.from({ length: heading.length - cells.length }, () => NO_CELL), ...cells];
  return by === 'gap' ? placeBelow(heading, cells) : null;
}

/** Each cell below the heading with which it begins or ends; null where one does neither, or two stand below one. */
function placeBelow(heading: readonly Cell[], cells: readonly Cell[]): readonly Cell[] | null {
  const placed: Cell[] = [];
  for (const cell of cells) {
    const end = (of: Cell): number => of.start + of.text.length;
    const at = heading.findIndex((each) => each.start === cell.start || end(each) === end(cell));
    if (at < placed.length) return null;
    while (placed.length < at) placed.push(NO_CELL);
    placed.push(cell);
  }
  return placed;
}
