import { type Language, toWordOf } from '@candor/core/notice/text';
import type { Press, TypesetDocument } from '../adapters/typst.ts';
import { FORM_MEASURES, type LetterForm } from './letter-form.ts';
import { LETTER_SOURCE } from './letter-source.ts';

/** A notice on paper. Every field is plain text. */
export interface Letter {
  readonly form: LetterForm;
  /** Language tag of the text, for hyphenation and screen readers. */
  readonly language: Language;
  /** Sender, one line each: name, then address where there is one. */
  readonly sender: readonly string[];
  /** How the sender is reached: mail address, telephone. */
  readonly contact: readonly string[];
  /** Who signs, and as what; each null where nobody says. */
  readonly signatory: string | null;
  readonly title: string | null;
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

/** One block of the text between empty lines. `signature` has room above it for a hand. */
type Block =
  | { readonly kind: 'heading' | 'lines' | 'signature'; readonly lines: readonly string[] }
  /** Items with their marks; what is to be typed or compared stands below each on lines of its own. */
  | { readonly kind: 'list'; readonly items: readonly (readonly string[])[] };

/** A heading: one short line above a paragraph or a list that ends in no stop. */
const HEADING_CHARACTERS = 70;
/** Width at which the plain text of notices is wrapped: a line that ends earlier ends there on purpose. */
const WRAPPED_CHARACTERS = 72;
/** The mark of an item; its further lines are indented by four. */
const MARKER = /^ {0,2}(?:\d{1,2}\.|-) /;
/**
 * What is typed or compared: a code, a question to the DNS and its answer, a root of the log. It never runs on behind
 * words.
 */
const LITERAL = /^\s+(?:(?:[0-9A-Z]{1,4}-){5,}[0-9A-Z]{1,4}|dig .*|key=.*|[A-Za-z0-9+/]{43}=)$/;
/** Sizes of the text in points: the largest at which the letter has at most two pages. */
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8] as const;
const MOST_PAGES = 2;
/** A longer word of an address may be broken anywhere: it would leave the window. */
const BREAKABLE_CHARACTERS = 24;

/** The letter, laid out on one or two sheets. */
export function typesetLetter(press: Press, letter: Letter): TypesetDocument {
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
  // Where nobody is named, the block begins with the organization.
  const isSigned = ([first = '', second]: readonly string[]): boolean =>
    signatory === null ? first === sender[0] && second !== undefined : first.startsWith(signatory);
  const blocks = parts.filter((lines) => lines.length > 0).flatMap((lines) => toPart(lines, isSigned(lines)));
  // Notices end with the signatory's name; those of before do not, and get it from the incident file.
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

/** Set anew in the width of the paper; lines that end on purpose stay lines. */
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

/**
 * What is to be typed stands below the words of an item: behind the first line that ends on purpose no lines are
 * joined.
 */
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
