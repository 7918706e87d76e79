import { type Language, toWordOf } from '@candor/core/notice/text';
import type { TypesetDocument, Typesetter } from '../../adapters/files/typst.ts';
import { FORM_MEASURES, type LetterForm } from './letter-form.ts';

/**
 * The letter for typst. All text is data in `letter`, all measures are those of its form. Window content is placed on
 * the first page and its box kept as metadata (`<address>`, `<sender>`), so that tests can check its visibility. Marks
 * and footer are decoration for screen readers.
 */
const LETTER_SOURCE = `#let letter = json(bytes(sys.inputs.letter))
#let form = letter.form
#let mm(n) = n * 1mm
#set document(title: letter.subject, author: letter.sender.first())
#set page(
  paper: form.paper,
  margin: (left: mm(form.margin.left), right: mm(form.margin.right), top: mm(form.margin.top), bottom: mm(form.margin.bottom)),
  background: context if counter(page).get().first() == 1 {
    for mark in form.marks { place(top + left, dx: 4mm, dy: mm(mark), line(length: 5mm, stroke: 0.4pt)) }
  },
  footer: context [#set text(8pt); #raw(letter.mark) #h(1fr) #counter(page).display((page, pages) => { let foot = str(page) + " " + letter.of + " " + str(pages); [#metadata(foot)<foot>#foot] }, both: true)],
)
#set text(size: letter.size * 1pt, lang: letter.language, hyphenate: false)
#set par(justify: false, leading: 0.55em, spacing: 0.75em)
#show heading: set block(above: 0.95em, below: 0.45em, sticky: true)
// Never "E-" at the end of a line. The text that is copied from the page stays as issued.
#show regex("[Ee]-[Mm]ails?"): box

#let at(x, y, body) = place(top + left, dx: mm(x - form.margin.left), dy: mm(y - form.margin.top), body)
#let boxed(name, width, body) = context {
  let size = measure(body, width: width)
  let here = here().position()
  [#metadata((page: here.page, left: here.x / 1mm, top: here.y / 1mm, width: size.width / 1mm, height: size.height / 1mm))#label(name)]
  block(width: width, body)
}
#let stacked(lines, size) = {
  set text(size)
  set par(leading: 0.42em, spacing: 0.42em)
  lines.map(line => [#line]).join(linebreak())
}

#at(form.margin.left, 14, block(width: 100% , grid(columns: (1fr, auto), column-gutter: 8mm,
  text(13pt, weight: "bold", letter.sender.first()),
  align(right, stacked(letter.sender.slice(1), 8pt)),
)))

#context {
  let sizes = (10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5)
  let fits(box, size) = measure(stacked(letter.recipient, size * 1pt), width: mm(box.width)).height <= mm(box.height)
  let size = sizes.find(size => size >= 8 and fits(form.address, size))
  let place-box = if size == none { form.longAddress } else { form.address }
  if size == none { size = sizes.find(size => fits(place-box, size)) }
  if size == none { size = sizes.last() }
  let body = stacked(letter.recipient, size * 1pt)
  let height = measure(body, width: mm(place-box.width)).height / 1mm
  let y = if form.address.align == "bottom" { calc.max(place-box.top, place-box.top + place-box.height - height) } else { place-box.top }
  at(place-box.left, y, boxed("address", mm(place-box.width), body))
  if form.hasReturnLine {
    at(place-box.left, y - 4.5, boxed("sender", mm(place-box.width), underline(offset: 1.5pt, stroke: 0.3pt, text(6.5pt, letter.sender.join(" · ")))))
  }
}

#at(125, form.window.top + 5, block(width: 100% - mm(125 - form.margin.left), stacked((letter.day, ..letter.contact), 9pt)))

#v(mm(form.bodyTop - form.margin.top))
#metadata(letter.size)<size>
#context { let here = here().position(); [#metadata((page: here.page, top: here.y / 1mm))#label("body")] }
#heading(level: 1, outlined: true, text(1.15em, letter.subject))
#let signed = letter.blocks.position(part => part.kind == "signature")
#for (place, part) in letter.blocks.enumerate() {
  // Details, below the signature.
  set text(0.88em) if signed != none and place > signed
  if part.kind == "heading" { [#metadata(part.lines.first())<heading>]; heading(level: 2, text(1.05em, part.lines.first())) }
  else if part.kind == "signature" {
    [#metadata(part.lines)<signature>]
    block(breakable: false, above: 12mm, part.lines.map(line => [#line]).join(linebreak()))
  }
  else if part.kind == "list" {
    [#metadata(part.items)<list>]
    for item in part.items {
      block(above: 0.6em, below: 0.6em, pad(left: 0.8em, par(hanging-indent: 1.2em, item.map(line => [#line]).join(linebreak()))))
    }
  }
  else { par(part.lines.map(line => [#line]).join(linebreak())) }
}
`;

/** A notice on paper. Every field is plain text. */
export interface Letter {
  readonly form: LetterForm;
  /** Hyphenation and screen readers need it. */
  readonly language: Language;
  /** The name comes first, then the address if there is one. */
  readonly sender: readonly string[];
  readonly contact: readonly string[];
  /** Each is null if not given. */
  readonly signatory: string | null;
  readonly title: string | null;
  /** The name comes first. */
  readonly recipient: readonly string[];
  readonly day: string;
  readonly subject: string;
  readonly text: string;
  /** The footer shows the code, so that a single page can be identified. */
  readonly mark: string;
}

/** One block of the text between empty lines. `signature` has room above it for a hand. */
type Block =
  | { readonly kind: 'heading' | 'lines' | 'signature'; readonly lines: readonly string[] }
  /** Items with their marks; what is to be typed or compared is below each on its own lines. */
  | { readonly kind: 'list'; readonly items: readonly (readonly string[])[] };

/** A heading: one short line above a paragraph or a list that ends in no stop. */
const HEADING_CHARACTERS = 70;
/** Width at which the plain text of notices is wrapped: a line that ends earlier ends there on purpose. */
const WRAPPED_CHARACTERS = 72;
/** The mark of an item; its further lines are indented by four. */
const MARKER = /^ {0,2}(?:\d{1,2}\.|-) /;
/**
 * What is typed, compared or looked up: a code, a question to the DNS and its answer, a root of the log, a day with an
 * address. It never runs on behind words.
 */
const LITERAL =
  /^\s+(?:(?:[0-9A-Z]{1,4}-){5,}[0-9A-Z]{1,4}|dig .*|key=.*|[A-Za-z0-9+/]{43}=|[^@:\s][^@:]*: [^\s@]+@[^\s@]+)$/;
/** Sizes of the text in points: the largest at which the letter has at most two pages. */
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8] as const;
const MOST_PAGES = 2;
/** A longer word of an address may be broken anywhere: it would leave the window. */
const BREAKABLE_CHARACTERS = 24;

/** The letter, laid out on one or two sheets. */
export function typesetLetter(press: Typesetter, letter: Letter): TypesetDocument {
  const blocks = toBlocks(letter);
  const recipient = letter.recipient.map((line) => line.replaceAll(/\S+/g, makeBreakable));
  const inputs = { ...letter, recipient, blocks, of: toWordOf(letter.language), form: FORM_MEASURES[letter.form] };
  let document: TypesetDocument | null = null;
  for (const size of SIZES) {
    document = press.typeset(LETTER_SOURCE, { letter: JSON.stringify({ ...inputs, size }) });
    if (document.pages <= MOST_PAGES) return document;
  }
  if (document === null) throw new Error('there is a last size');
  return document;
}

function makeBreakable(word: string): string {
  return word.length <= BREAKABLE_CHARACTERS ? word : [...word].join('\u200b');
}

function toBlocks({ text, sender, signatory, title }: Letter): readonly Block[] {
  const parts = text.split(/\n[ \t]*\n/).map((part) => part.split('\n').filter((line) => line.trim() !== ''));
  // Without a name, the block starts with the organization.
  const isSigned = ([first = '', second]: readonly string[]): boolean =>
    signatory === null ? first === sender[0] && second !== undefined : first.startsWith(signatory);
  const blocks = parts.filter((lines) => lines.length > 0).flatMap((lines) => toPart(lines, isSigned(lines)));
  // Notices end with the signatory's name; earlier ones lack it and get it from the incident file.
  if (signatory === null || blocks.some(({ kind }) => kind === 'signature')) return blocks;
  const signed = [title === null ? signatory : `${signatory}, ${title}`, ...sender.slice(0, 1)];
  return [...blocks, { kind: 'signature', lines: signed }];
}

function toPart(lines: readonly string[], isSignature: boolean): readonly Block[] {
  if (isSignature) return [{ kind: 'signature', lines: joinLines(lines) }];
  const [first = '', second = ''] = lines;
  const opens = !isIndented(first) && first.length <= HEADING_CHARACTERS && !/[.:,;]$/.test(first) && second !== '';
  const isHeading = opens && (isIndented(second) || endsOnPurpose(first, second));
  if (isHeading) return [{ kind: 'heading', lines: [first] }, ...toPart(lines.slice(1), false)];
  const list = lines.findIndex(isIndented);
  if (list < 0) return [{ kind: 'lines', lines: joinLines(lines) }];
  const above: readonly Block[] = list === 0 ? [] : [{ kind: 'lines', lines: joinLines(lines.slice(0, list)) }];
  return [...above, { kind: 'list', items: toItems(lines.slice(list)) }];
}

const isIndented = (line: string): boolean => /^\s/.test(line);

/** Rewrapped to the paper's width; intentional line breaks stay. */
function joinLines(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = joined.pop();
    if (before === undefined) joined.push(line.trim());
    else if (endsOnPurpose(lines[at - 1] ?? '', line)) joined.push(before, line.trim());
    else joined.push(`${before} ${line.trim()}`);
  }
  return joined;
}

/** What is to be typed is below an item's text: lines after the first intentional break are not joined. */
function joinItem(lines: readonly string[]): readonly string[] {
  const literals = lines.findIndex(
    (line, at) => at > 0 && (LITERAL.test(line) || endsOnPurpose(lines[at - 1] ?? '', line)),
  );
  if (literals < 0) return joinLines(lines);
  return [...joinLines(lines.slice(0, literals)), ...lines.slice(literals).map((line) => line.trim())];
}

function toItems(lines: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [];
  for (const line of lines) {
    if (MARKER.test(line) || items.length === 0) items.push([line]);
    else items.at(-1)?.push(line);
  }
  return items.map(joinItem);
}

/** The next line's first word would have stood on it. */
function endsOnPurpose(line: string, next: string): boolean {
  const [word = ''] = next.trimStart().split(' ', 1);
  return line.length + 1 + word.length <= WRAPPED_CHARACTERS;
}
