interface Line {
  readonly pieces: readonly { readonly text: string; readonly isChanged: boolean }[];
}

/** A line of a notice that is this long was wrapped; a shorter one ends on purpose. */
const MIN_WRAPPED_CHARACTERS = 60;
/** The beginning of an item, or an empty line. */
const BEGINS = /^\s*(?:$|-\s|\d{1,2}\.\s)/;

/** Undoes the wrapping of plain text, so that a narrow column can wrap it again; no word changes. */
export function joinLines(lines: readonly Line[]): readonly Line[] {
  const joined: { pieces: Line['pieces'] }[] = [];
  let isWrapped = false;
  for (const { pieces } of lines) {
    const text = pieces.map((piece) => piece.text).join('');
    const last = joined.at(-1);
    if (last !== undefined && isWrapped && !BEGINS.test(text)) {
      const [first, ...rest] = pieces;
      const begun = first === undefined ? [] : [{ ...first, text: first.text.trimStart() }, ...rest];
      last.pieces = [...last.pieces, { text: ' ', isChanged: false }, ...begun];
    } else joined.push({ pieces });
    isWrapped = text.length >= MIN_WRAPPED_CHARACTERS;
  }
  return joined;
}
