/** Column at which a notice's plain text is wrapped (docs/formats/notice.md). */
const LINE_CHARACTERS = 72;
/** A key, code or address has its own line. */
const LONGEST_WORD = 30;
/** `  - ` and ` 1. `: continuation lines have the same indent. */
const MARKER = /^ {1,2}(?:\d{1,2}\.|-) /;
const MARKER_WIDTH = 4;

export interface TextLine {
  readonly text: string;
  /** A list item or its continuation; further lines have the same indent. */
  readonly isHanging: boolean;
}

/** Joins the wrapped lines of the issued text, so that a narrow screen wraps them only once. */
export function unwrapText(text: string): readonly TextLine[] {
  const lines: { text: string; indent: number; isOpen: boolean }[] = [];
  let before = '';
  for (const line of text.replace(/(?<!\n)\n+$/, '').split('\n')) {
    const words = line.trimStart();
    const indent = line.length - words.length;
    const last = lines.at(-1);
    const first = (words.split(' ', 1)[0] ?? '').length;
    const isFull = first <= LONGEST_WORD && before.length + 1 + first > LINE_CHARACTERS;
    const isItem = MARKER.test(line);
    if (last?.isOpen === true && words !== '' && !isItem && isFull && indent === last.indent) last.text += ` ${words}`;
    else lines.push({ text: line, indent: isItem ? MARKER_WIDTH : indent, isOpen: words !== '' });
    before = line;
  }
  return lines.map(({ text, indent }) => ({ text, isHanging: indent === MARKER_WIDTH }));
}
