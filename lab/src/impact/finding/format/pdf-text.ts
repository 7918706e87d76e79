import type { PlacedLine, PlacedText } from './page-lines.ts';

/** Text of a PDF as its library gives it; other items are marks of its structure. */
interface PdfItem {
  readonly str?: string;
  /** Of a mark. */
  readonly type?: string;
  /** A matrix: direction and size of the letters, and their place. */
  readonly transform?: readonly number[];
  readonly width?: number;
}

/** A line that steps so far from the one before is another, in heights of letters: an exponent steps less. */
const OTHER_LINE = 0.5;
/** Further lines of a cell. More are a column of text beside another one. */
const MAX_WRAPPED = 4;
/** A row goes on with so many cells behind a first cell of several lines; a letterhead has one block beside it. */
const MIN_CELLS_BEHIND = 2;

interface Placed extends PlacedText {
  readonly size: number;
  readonly y: number;
  readonly angle: number;
}

interface Line {
  readonly pieces: Placed[];
  readonly size: number;
  readonly y: number;
}

/** The lines of a page, in the order in which they were drawn. Pure, never throws. */
export function toPdfLines(items: readonly PdfItem[]): readonly PlacedLine[] {
  return toLines(
    items.flatMap(({ str = '', transform = [], width = 0 }) =>
      str.trim() === '' ? [] : [toPlaced(str, transform, width)],
    ),
  );
}

/** Along the direction of its letters: a page may lie on its side. */
function toPlaced(text: string, transform: readonly number[], width: number): Placed {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const angle = Math.atan2(b, a);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const size = Math.hypot(c, d);
  return { text, width, angle, size: size > 0 ? size : 1, x: e * cos + f * sin, y: e * sin - f * cos };
}

function toLines(placed: readonly Placed[]): readonly PlacedLine[] {
  const lines: Line[] = [];
  for (let at = 0; at < placed.length; at += 1) {
    const piece = placed[at];
    const line = lines.at(-1);
    const last = line?.pieces.at(-1);
    if (piece === undefined) break;
    if (line === undefined || last === undefined || !isOnLine(line, last, piece)) {
      const count = line === undefined || last === undefined ? 0 : countWrapped(line, last, placed, at);
      if (line === undefined || last === undefined || count === 0) {
        lines.push({ pieces: [piece], size: piece.size, y: piece.y });
        continue;
      }
      // Lines of a cell before the next cell of its row.
      const wrapped = placed.slice(at, at + count);
      line.pieces[line.pieces.length - 1] = {
        ...last,
        text: [last, ...wrapped].map(({ text }) => text.trim()).join(' '),
        width: Math.max(...[last, ...wrapped].map(({ x, width }) => x + width)) - last.x,
      };
      at += count - 1;
      continue;
    }
    line.pieces.push(piece);
  }
  return lines;
}

function isOnLine(line: Line, last: Placed, piece: Placed): boolean {
  const isLevel = Math.abs(piece.angle - last.angle) < 0.01 && Math.abs(piece.y - line.y) < OTHER_LINE * line.size;
  return isLevel && piece.x > last.x - line.size;
}

/** So many pieces are further lines of the cell of `last`, behind which its row goes on; 0: none. */
function countWrapped(line: Line, last: Placed, placed: readonly Placed[], at: number): number {
  const isLevel = ({ y }: Placed): boolean => Math.abs(y - line.y) < OTHER_LINE * line.size;
  for (let count = 0; count <= MAX_WRAPPED; count += 1) {
    const next = placed[at + count];
    if (next === undefined) return 0;
    if (isLevel(next) && next.x > last.x + line.size) {
      const behind = placed.slice(at + count, at + count + MIN_CELLS_BEHIND);
      return line.pieces.length > 1 || (behind.length === MIN_CELLS_BEHIND && behind.every(isLevel)) ? count : 0;
    }
    if (next.y <= line.y || Math.abs(next.x - last.x) > line.size) return 0;
  }
  return 0;
}
