/** A piece of text on a page, as it is placed. Lengths in any unit; `x` grows to the right. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

/** Pieces of one line from left to right. */
export interface PlacedLine {
  readonly pieces: readonly PlacedText[];
  /** Height of its letters. */
  readonly size: number;
  /** Of its baseline; grows downwards. */
  readonly y: number;
}

interface Cell {
  text: string;
  readonly x: number;
  end: number;
}

/** What parts cells, in heights of letters: a space is a quarter to a third, of a justified line less than one. */
const CELL_GAP = 1.1;
/** What parts words. */
const WORD_GAP = 0.12;
/** A column begins where its heading does: this far off at most. */
const SAME_EDGE = 0.35;
/** The second line of a cell stands so far below the first one. */
const LINE_STEP = 1.7;
/** A row of a table has so many cells. */
export const MIN_COLUMNS = 3;
/** Further below stands something else. On the next page a table goes on. */
const TABLE_GAP = 6;

/**
 * The text of placed lines, a tab between cells. The first line of three cells or more is the heading of a table: the
 * rows below it get an empty cell where one is missing, and a cell goes on in a line of its own below it.
 */
export function toPageText(lines: readonly PlacedLine[]): string {
  const rows: Cell[][] = [];
  let heading: readonly Cell[] | null = null;
  let above: PlacedLine | null = null;
  for (const line of lines) {
    const cells = toCells(line, heading ?? undefined);
    const [only] = cells;
    const isNear: boolean = above !== null && line.y - above.y > 0 && line.y - above.y < LINE_STEP * line.size;
    if (above !== null && line.y - above.y > TABLE_GAP * line.size) heading = null;
    above = line;
    if (only === undefined) continue;
    const last = rows.at(-1);
    const continued = isNear && cells.length === 1 ? findContinued(last ?? [], only, line.size) : null;
    if (continued !== null) {
      continued.text += ` ${only.text}`;
      continued.end = Math.max(continued.end, only.end);
      continue;
    }
    const placed: Cell[] | null = heading === null || cells.length === 1 ? null : placeBelow(heading, cells);
    if (placed !== null) {
      rows.push(placed);
      continue;
    }
    if (cells.length >= MIN_COLUMNS) heading = cells;
    rows.push(cells);
  }
  return rows.map((cells) => cells.map(({ text }) => text).join('\t')).join('\n');
}

export function toCells({ pieces, size }: PlacedLine, heading: readonly Cell[] = []): Cell[] {
  const cells: Cell[] = [];
  for (const { text, x, width } of pieces) {
    if (text.trim() === '') continue;
    const cell = cells.at(-1);
    const gap = cell === undefined ? 0 : x - cell.end;
    const isOnEdge = gap > WORD_GAP * size && heading.some((each) => Math.abs(each.x - x) < SAME_EDGE * size);
    if (cell === undefined || gap > CELL_GAP * size || isOnEdge) {
      cells.push({ text: text.trim(), x, end: x + width });
      continue;
    }
    const isWord = gap > WORD_GAP * size || /^\s/.test(text);
    cell.text += `${isWord ? ' ' : ''}${text.trim()}`;
    cell.end = x + width;
  }
  return cells;
}

/** The cell, not the first of its row, whose text goes on here. */
function findContinued(row: readonly Cell[], { x }: Cell, size: number): Cell | null {
  if (row.length < MIN_COLUMNS) return null;
  return row.slice(1).find((cell) => cell.text !== '' && Math.abs(cell.x - x) < SAME_EDGE * size) ?? null;
}

/** Each cell below the heading that it overlaps most; null where two stand below one, or more than there are. */
function placeBelow(heading: readonly Cell[], cells: readonly Cell[]): Cell[] | null {
  const placed: Cell[] = [];
  for (const cell of cells) {
    const at = findColumn(heading, cell);
    if (at < placed.length) return null;
    while (placed.length < at) placed.push({ text: '', x: 0, end: 0 });
    placed.push(cell);
  }
  while (placed.length < heading.length) placed.push({ text: '', x: 0, end: 0 });
  return placed;
}

function findColumn(heading: readonly Cell[], { x, end }: Cell): number {
  const overlaps = heading.map((each) => Math.min(end, each.end) - Math.max(x, each.x));
  return overlaps.indexOf(Math.max(...overlaps));
}
