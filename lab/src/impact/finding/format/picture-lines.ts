import { MIN_COLUMNS, type PlacedLine, type PlacedText, toCells, toPageText } from './page-lines.ts';

/** Columns of the engine's table (tesseract, TSV): level, page, block, paragraph, line, word, box, confidence, text. */
const WORD_LEVEL = '5';
const LINE_LEVEL = '4';
/** Of 100, the mean of a line's words, each by its letters. Below, every other word is misread. */
const UNCLEAR_BELOW = 60;
/** A rule of a table, or dirt, is read as one or two marks. */
const MIN_LETTERS = 3;
/** What is left of the rules of a table. */
const RULE = /^[\s|_\-–—=[\]]*$/;
/** A line's box is as high as its tallest letters; the letters of most lines are this much of it. */
const LETTERS_OF_BOX = 0.8;

interface ReadLine {
  readonly pieces: PlacedText[];
  readonly size: number;
  readonly y: number;
  letters: number;
  sureness: number;
}

/** The text of a picture by lines and cells, and how many lines the engine is not sure of. */
export function toPictureText(table: string): { readonly text: string; readonly unclear: number } {
  const lines: ReadLine[] = [];
  for (const row of table.split('\n')) {
    const [level, , , , , , left, top, width, height, sureness, text = ''] = row.split('\t');
    const [x, y, wide, high] = [Number(left), Number(top), Number(width), Number(height)];
    if (level === LINE_LEVEL)
      lines.push({ pieces: [], size: Math.max(1, high * LETTERS_OF_BOX), y: y + high, letters: 0, sureness: 0 });
    const line = lines.at(-1);
    if (level !== WORD_LEVEL || line === undefined || RULE.test(text)) continue;
    const letters = text.trim().length;
    line.pieces.push({ text, x, width: wide });
    line.letters += letters;
    line.sureness += letters * Number(sureness);
  }
  const read: readonly PlacedLine[] = lines.filter(({ pieces }) => pieces.length > 0);
  const unclear = lines.filter(
    ({ letters, sureness }) => letters >= MIN_LETTERS && sureness < letters * UNCLEAR_BELOW,
  ).length;
  return { text: toPageText(read), unclear: unclear + countMissingRows(read) };
}

/** Fewer rows have no measure. */
const MIN_ROWS = 4;
/** A step that is so much longer than the usual one has a row in it that was not read. */
const LONG_STEP = 1.5;
/** So far off, a step is another one. */
const SAME_STEP = 0.3;

/** Rows that are missing in a table of even rows: the engine gives none for what it cannot read. */
function countMissingRows(lines: readonly PlacedLine[]): number {
  const rows = lines.filter((line) => toCells(line).length >= MIN_COLUMNS);
  if (rows.length < MIN_ROWS) return 0;
  const steps = rows.slice(1).map(({ y }, at) => y - (rows[at]?.y ?? y));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const isEven = steps.filter((step) => Math.abs(step - usual) < SAME_STEP * usual).length * 2 > steps.length;
  if (!isEven || usual <= 0) return 0;
  const missing = steps.map((step) => (step > LONG_STEP * usual ? Math.round(step / usual) - 1 : 0));
  return missing.reduce((sum, count) => sum + count, 0);
}
