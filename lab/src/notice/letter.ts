import type { Language } from '@candor/core/notice';
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
interface Block {
  readonly kind: 'heading' | 'lines' | 'signature';
  readonly lines: readonly { readonly indent: number; readonly text: string }[];
}

/** Heading: one line that opens a list or paragraph and ends in no stop. */
const HEADING_CHARACTERS = 70;
/** Width at which the plain text of notices is wrapped: a line that ends earlier ends there on purpose. */
const WRAPPED_CHARACTERS = 72;
/** Sizes of the text in points: the largest at which the letter has at most two pages. */
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8] as const;
const MOST_PAGES = 2;
/** "1 of 2" */
const OF: Readonly<Record<Language, string>> = { en: 'of', de: 'von', fr: 'sur', es: 'de' };
/** A longer word of an address may be broken anywhere: it would leave the window. */
const BREAKABLE_CHARACTERS = 24;

/** The letter, laid out on one or two sheets. */
export function typesetLetter(press: Press, letter: Letter): TypesetDocument {
  const blocks = toBlocks(letter);
  const recipient = letter.recipient.map((line) => line.replaceAll(/\S+/g, makeBreakable));
  const inputs = { ...letter, recipient, blocks, of: OF[letter.language], form: FORM_MEASURES[letter.form] };
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
  const blocks = text
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
  if (signatory === null) return blocks;
  // Notices end with the signatory's name; those of before do not, and get it from the incident file.
  const at = blocks.findIndex(({ lines }) => lines[0]?.text.startsWith(signatory) === true);
  if (at >= 0) return blocks.map((block, place) => (place === at ? { ...block, kind: 'signature' } : block));
  const signed = [title === null ? signatory : `${signatory}, ${title}`, ...sender.slice(0, 1)];
  return [...blocks, { kind: 'signature', lines: signed.map((line) => ({ indent: 0, text: line })) }];
}

/** A paragraph is set anew in the width of the paper; what is indented (lists, codes to be typed), and lines that end on purpose, keep their lines. */
function toLines(lines: readonly string[]): Block {
  const kept: { readonly indent: number; readonly text: string }[] = [];
  for (const [at, line] of lines.entries()) {
    const indent = line.length - line.trimStart().length;
    const before = kept.at(-1);
    if (indent === 0 && before?.indent === 0 && !endsOnPurpose(lines[at - 1] ?? '', line))
      kept[kept.length - 1] = { indent, text: `${before.text} ${line.trim()}` };
    else kept.push({ indent, text: line.trim() });
  }
  return { kind: 'lines', lines: kept };
}

/** The next line's first word would have stood on it. */
function endsOnPurpose(line: string, next: string): boolean {
  const [word = ''] = next.trimStart().split(' ', 1);
  return line.length + 1 + word.length <= WRAPPED_CHARACTERS;
}
