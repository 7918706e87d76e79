import type { Press } from '../adapters/typst.ts';

/** A notice on paper. Every field is plain text. */
export interface Letter {
  /** Language tag of the text, for hyphenation and screen readers. */
  readonly language: string;
  /** Sender, one line each: name, then address where there is one. */
  readonly sender: readonly string[];
  /** Postal address, one line each, the name first. */
  readonly recipient: readonly string[];
  /** The day, as it is written in the language. */
  readonly day: string;
  readonly subject: string;
  /** The notice's plain text, whole. */
  readonly text: string;
  /** Printed in the foot, so that a page alone says which letter it belongs to: the code. */
  readonly mark: string;
}

/** One block of the text between empty lines. */
interface Block {
  readonly kind: 'heading' | 'lines';
  readonly lines: readonly { readonly indent: number; readonly text: string }[];
}

/** Typst sizes: A4 with the address where windows of DL envelopes show it (DIN 5008, form B). */
const SOURCE = `#let letter = json(bytes(sys.inputs.letter))
#set document(title: letter.subject, author: letter.sender.first())
#set page(paper: "a4", margin: (left: 25mm, right: 20mm, top: 27mm, bottom: 25mm),
  footer: context [#set text(8pt); #raw(letter.mark) #h(1fr) #counter(page).display("1 / 1", both: true)])
#set text(size: 10pt, lang: letter.language, hyphenate: false)
#set par(justify: false, leading: 0.55em, spacing: 0.9em)
#block(height: 18mm, [#text(8pt, letter.sender.join(" · "))])
#block(height: 40mm, letter.recipient.map(line => [#line]).join(linebreak()))
#align(right, letter.day)
#v(4mm)
#heading(level: 1, outlined: true, text(12pt, letter.subject))
#v(2mm)
#for part in letter.blocks {
  if part.kind == "heading" { heading(level: 2, text(10pt, part.lines.first().text)) }
  else { par(part.lines.map(line => [#h(line.indent * 0.5em)#line.text]).join(linebreak())) }
}
`;

/** Heading: one line that opens a list or paragraph and ends in no stop. */
const HEADING_CHARACTERS = 70;

/** The letter as a PDF. */
export function printLetter(press: Press, letter: Letter, madeAt: number): Uint8Array {
  const blocks = toBlocks(letter.text);
  return press.print(SOURCE, { letter: JSON.stringify({ ...letter, blocks }) }, madeAt);
}

function toBlocks(text: string): Block[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .flatMap((lines): Block[] => {
      const [first = '', ...rest] = lines;
      const isHeading =
        !/^\s/.test(first) && first.length <= HEADING_CHARACTERS && !/[.:,;]$/.test(first) && /^\s/.test(rest[0] ?? '');
      if (!isHeading) return [toLines(lines)];
      return [{ kind: 'heading', lines: [{ indent: 0, text: first }] }, toLines(rest)];
    });
}

/** A paragraph is set anew in the width of the paper; what is indented (lists, codes to be typed) keeps its lines. */
function toLines(lines: readonly string[]): Block {
  const kept: { readonly indent: number; readonly text: string }[] = [];
  for (const line of lines) {
    const indent = line.length - line.trimStart().length;
    const before = kept.at(-1);
    if (indent === 0 && before?.indent === 0) kept[kept.length - 1] = { indent, text: `${before.text} ${line.trim()}` };
    else kept.push({ indent, text: line.trim() });
  }
  return { kind: 'lines', lines: kept };
}
