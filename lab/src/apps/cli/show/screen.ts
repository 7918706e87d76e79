import { stripVTControlCharacters } from 'node:util';
import { escapeInvisible, quoteForShell, toJsonEscape, toVisible } from '@candor/core/base';

/** Every text out of evidence goes through it on its way to a terminal. */
export { toVisible };

/** Where text goes and what it can show. Colour only underlines what the words already say. */
export interface Screen {
  readonly isTerminal: boolean;
  readonly width: number;
  line(text?: string): void;
  /** A command as the person types it: as this program was started, and on the state that is shown. */
  typed(command: string, state?: string): string;
  bold(text: string): string;
  dim(text: string): string;
  warn(text: string): string;
  strong(text: string): string;
}

/** Default place of the state. */
export const defaultState = '.candor';
/** Width of what goes to no terminal. */
const plainWidth = 100;
/** A terminal that does not know its width, or is narrower than anything can be shown in. */
const leastWidth = 40;
/** Longer names leave no room for the other columns. */
export const MAX_CELL_WIDTH = 40;
/** Precedes a row's overflow. */
const below = '    ';

/** The screen of this process: plain when standard output is no terminal or NO_COLOR is set (no-color.org). */
export function openScreen(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Screen {
  const isTerminal = stream.isTTY === true;
  const colours = isTerminal && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
  const usual = environment['CANDOR_STATE'] ?? defaultState;
  const paint = (code: string) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    isTerminal,
    width: isTerminal ? Math.max(leastWidth, stream.columns) : plainWidth,
    line: (text = '') => stream.write(`${text}\n`),
    typed: (command, state) =>
      [
        command.replace(/^candor\b/, environment['CANDOR_TYPED'] ?? 'candor'),
        ...(state === undefined || state === usual ? [] : ['--state', quoteForShell(state)]),
      ].join(' '),
    bold: paint('1'),
    dim: paint('2'),
    warn: paint('33'),
    strong: paint('31'),
  };
}

/** JSON for a terminal or a pipe: the same value, with every character that a terminal would obey as an escape. */
export function toJsonText(value: unknown, indent = 0): string {
  // The only control that JSON itself has left is the line feed of the indent.
  return escapeInvisible(JSON.stringify(value, null, indent), (character) =>
    character === '\n' ? character : toJsonEscape(character),
  );
}

/** Columns that line up: `right` names the ones with numbers. The last column is not padded. */
export function toColumns(rows: readonly (readonly string[])[], right: readonly number[] = [], gap = 3): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, lengthOf(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const padding = ' '.repeat((widths[at] ?? 0) - lengthOf(cell));
        if (right.includes(at)) return padding + cell;
        return at === row.length - 1 ? cell : cell + padding;
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

/**
 * Columns; of a row that is wider than the screen, the last cells stand on lines of their own below it. Nothing is cut:
 * ids and paths are there to be copied.
 */
export function toRows(rows: readonly (readonly string[])[], width: number, right: readonly number[] = []): string[] {
  const layOut = (cells: number) =>
    toColumns(
      rows.map((row) => row.slice(0, cells)),
      right,
    );
  const whole = layOut(Number.POSITIVE_INFINITY);
  const fits = (line: string) => lengthOf(line) <= width;
  let kept = 1;
  // There may be more rows than a call takes arguments.
  for (const row of rows) kept = Math.max(kept, row.length - 1);
  while (kept > 1 && !layOut(kept).every(fits)) kept -= 1;
  const short = layOut(kept);
  return rows.flatMap((row, at) => {
    const line = whole[at] ?? '';
    return fits(line) ? [line] : [short[at] ?? '', ...row.slice(kept).flatMap((cell) => wrap(cell, width, below))];
  });
}

/** Prints rows; `right` names the columns with numbers. */
export function showTable(
  screen: Screen,
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
  indent = '',
): void {
  for (const line of toRows(rows, screen.width - indent.length, right)) screen.line(`${indent}${line}`);
}

/** Prints a text in lines as wide as the screen; `margin` stays free at their ends. */
export function showText(
  screen: Screen,
  text: string,
  {
    indent = '',
    margin = 0,
    paint,
  }: { readonly indent?: string; readonly margin?: number; readonly paint?: 'bold' | 'dim' | 'strong' | 'warn' } = {},
): void {
  for (const line of wrap(text, screen.width - margin, indent))
    screen.line(paint === undefined ? line : screen[paint](line));
}

/** Prints a list with the names of its columns, or the sentence for an empty one. */
export function showList(
  screen: Screen,
  none: string,
  rows: readonly (readonly string[])[],
  { head = [], right = [] }: { readonly head?: readonly string[]; readonly right?: readonly number[] } = {},
): void {
  if (rows.length === 0) screen.line(none);
  else showTable(screen, head.length === 0 ? rows : [head, ...rows], right);
}

/** A text in a table cell: longer text is shortened with an ellipsis and shown completely elsewhere. */
export function cut(text: string, longest = MAX_CELL_WIDTH): string {
  const visible = toVisible(text);
  return visible.length <= longest ? visible : `${visible.slice(0, longest - 1)}…`;
}

function lengthOf(cell: string): number {
  return stripVTControlCharacters(cell).length;
}

/** Breaks a text at spaces so that no line is longer than `width`. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(indent + line);
  return lines;
}
