import { wrap } from './show/screen.ts';

/** An example and its explanation. Commands are never wrapped, so that they can be copied. */
const EXAMPLE = /^( {2}candor .*?)(?: {2,}(\S.*))?$/;
/** Two columns: the second begins after at least two spaces, or after the number of a point. */
const COLUMNS = /^(\d+\. | *\S.*? {2,})(\S.*)$/;
/** Minimum width of a second column; with less room it goes below. */
const leastColumn = 30;

/** Help, or another text in paragraphs of a line each, that fits the width of the screen, as every other text does. */
export function fitHelp(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => (line.length <= width ? [line] : fitLine(line, width)))
    .join('\n');
}

function fitLine(line: string, width: number): string[] {
  const [, command, comment = ''] = EXAMPLE.exec(line) ?? [];
  if (command !== undefined) return [command, ...wrap(comment, width, ' '.repeat(6))];
  const [, first = '', second = ''] = COLUMNS.exec(line) ?? [];
  if (first === '') return wrap(line.trimStart(), width, line.slice(0, line.length - line.trimStart().length));
  if (width - first.length < leastColumn) return [first.trimEnd(), ...wrap(second, width, ' '.repeat(6))];
  const [start = '', ...rest] = wrap(second, width, ' '.repeat(first.length));
  return [first + start.trimStart(), ...rest];
}
