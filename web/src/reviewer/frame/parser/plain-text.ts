import type { BlockWriter } from './block-writer.ts';

/** `format` and `delsp` of a text part (RFC 3676). */
export interface TextForm {
  readonly isFlowed: boolean;
  readonly dropsSpaces: boolean;
}

export function toTextForm(parameters: ReadonlyMap<string, string>): TextForm {
  const read = (name: string): string => parameters.get(name)?.trim().toLowerCase() ?? '';
  return { isFlowed: read('format') === 'flowed', dropsSpaces: read('delsp') === 'yes' };
}

const LINE_END = /\r\n|\r|\n/g;
/** Common quote marks: `>`, `> >`, `>>`. */
const QUOTES = /^(?:>[ \t]?)+/;
const SIGNATURE = '-- ';

/** Splits plain text into blocks: quote marks become depth, flowed lines are joined. */
export function writePlainText(text: string, form: TextForm, writer: BlockWriter): void {
  let open: { depth: number; text: string } | null = null;
  const flush = (): void => {
    if (open !== null) writer.line(open.depth, open.text);
    open = null;
  };
  for (const raw of splitLines(text)) {
    if (writer.isFull) return;
    const { depth, text: line } = form.isFlowed ? readFlowedLine(raw) : readFixedLine(raw);
    const isSoft = form.isFlowed && line.endsWith(' ') && line !== SIGNATURE;
    const content = isSoft && form.dropsSpaces ? line.slice(0, -1) : line;
    const before = open as { depth: number; text: string } | null;
    if (before !== null && (before.depth !== depth || line === SIGNATURE)) flush();
    if (open === null) open = { depth, text: content };
    else (open as { depth: number; text: string }).text += content;
    if (!isSoft) flush();
  }
  flush();
}

/** The last line ending closes the last line and starts none. */
function* splitLines(text: string): Iterable<string> {
  let start = 0;
  for (const end of text.matchAll(LINE_END)) {
    yield text.slice(start, end.index);
    start = end.index + end[0].length;
  }
  if (start < text.length) yield text.slice(start);
}

function readFixedLine(line: string): { readonly depth: number; readonly text: string } {
  const marks = QUOTES.exec(line)?.[0] ?? '';
  return { depth: countMarks(marks), text: line.slice(marks.length) };
}

/** RFC 3676 section 4.5: marks are adjacent, and one space after them is stuffing. */
function readFlowedLine(line: string): { readonly depth: number; readonly text: string } {
  let depth = 0;
  while (line.charCodeAt(depth) === 0x3e) depth += 1;
  return { depth, text: line.slice(line.charCodeAt(depth) === 0x20 ? depth + 1 : depth) };
}

function countMarks(marks: string): number {
  let count = 0;
  for (const unit of marks) if (unit === '>') count += 1;
  return count;
}
