/** What a finding is of. The classes and their meaning are in docs/formats/findings-jsonl.md. */
export type FindingKind =
  | 'credential'
  | 'access-code'
  | 'secret-key'
  | 'payment-card'
  | 'bank-account'
  | 'national-id'
  | 'birth-date';

/**
 * How sure a detector is. `certain`: a test that random characters of the shape pass in fewer than 1 in 10^6 cases, or
 * a checksum and a label beside it. `likely`: counted in figures and notices. `weak`: waits for a person.
 */
export type Confidence = 'certain' | 'likely' | 'weak';

/** One value at one place of a text. The value itself is in memory only: nothing that is stored or shown holds it. */
export interface Finding {
  readonly kind: FindingKind;
  /** The rule that found it, as docs/formats/findings-jsonl.md lists them. */
  readonly detector: string;
  readonly confidence: Confidence;
  /** In UTF-16 units of the text that was searched. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** A rule: takes the text once, as lines, and says what it found. Time is linear in the length of the text. */
export type Detector = (text: SearchedText) => readonly Finding[];

export interface TextLine {
  /** Without its line end and without marks of quotation (`> `) in front. */
  readonly text: string;
  /** Where `text` begins in the whole text. */
  readonly start: number;
}

/**
 * A text with LF line ends that is searched. Most texts hold nothing: what only some detectors need is made when one
 * asks.
 */
export class SearchedText {
  readonly whole: string;
  /** In lower case, to see fast what it does not hold. Its offsets may differ from those of `whole`. */
  readonly lower: string;
  #lines: readonly TextLine[] | null = null;
  #numbered: readonly number[] | null = null;

  constructor(whole: string) {
    this.whole = whole;
    this.lower = whole.toLowerCase();
  }

  get lines(): readonly TextLine[] {
    this.#lines ??= cutLines(this.whole);
    return this.#lines;
  }

  /** Which lines hold two digits beside each other, or a mark apart. */
  get numbered(): readonly number[] {
    this.#numbered ??= this.lines.flatMap(({ text }, at) => (DIGITS.test(text) ? [at] : []));
    return this.#numbered;
  }
}

/**
 * A longer line is searched in pieces, parted at a space: whatever a pattern makes of a line, the time of the whole
 * grows with its length alone.
 */
const LONGEST_LINE = 2_000;
const DIGITS = /\d[ .-]?\d/;

function cutLines(whole: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let at = 0;
  const add = (text: string, start: number): void => {
    for (let from = 0; ; ) {
      const end = from + LONGEST_LINE < text.length ? text.lastIndexOf(' ', from + LONGEST_LINE) : text.length;
      const to = end > from ? end : from + LONGEST_LINE;
      lines.push({ text: text.slice(from, to), start: start + from });
      if (to >= text.length) return;
      from = text[to] === ' ' ? to + 1 : to;
    }
  };
  for (const line of whole.split('\n')) {
    const skipped = /^[ \t]{0,3}[>|]/.test(line) ? (QUOTATION.exec(line)?.[0].length ?? 0) : 0;
    add(skipped === 0 ? line : line.slice(skipped), at + skipped);
    at += line.length + 1;
  }
  return lines;
}

export interface UnwrappedLine {
  readonly text: string;
  /** Length of the first line's share. */
  readonly own: number;
  /** Where a unit of `text` stands in the whole text. */
  readonly toOffset: (unit: number) => number;
}

const QUOTATION = /^(?:[ \t]{0,3}[>|]){1,20}[ \t]?/;

/** A line at least so long was wrapped by a program: its sentence goes on in the next one. */
const WRAPPED_LENGTH = 50;

/** A line with the one behind it where its sentence goes on there, parted by a space. */
export function unwrapLine({ lines }: SearchedText, at: number): UnwrappedLine {
  const line = lines[at] ?? { text: '', start: 0 };
  const next = line.text.length < WRAPPED_LENGTH ? undefined : lines[at + 1];
  const own = line.text.trimEnd();
  if (next === undefined || next.text.trim() === '')
    return { text: line.text, own: line.text.length, toOffset: (unit) => line.start + unit };
  const toOffset = (unit: number): number =>
    unit <= own.length ? line.start + unit : next.start + unit - own.length - 1;
  return { text: `${own} ${next.text}`, own: own.length, toOffset };
}

/** Whether the text holds any of these (in lower case) at all. Nearly no text does: it spares the slower patterns. */
export function mentions({ lower }: SearchedText, words: readonly string[]): boolean {
  return words.some((word) => lower.includes(word));
}
