/** The classes of findings and their meaning are in docs/formats/findings-jsonl.md. */
export type FindingKind =
  | 'credential'
  | 'access-code'
  | 'secret-key'
  | 'payment-card'
  | 'bank-account'
  | 'national-id'
  | 'birth-date'
  | 'passport'
  | 'driving-licence'
  | 'tax-id'
  | 'health-number'
  | 'salary'
  | 'home-address'
  | 'telephone'
  | 'login-name'
  | SensitiveKind;

/** Data of Art. 9 of the General Data Protection Regulation. */
export type SensitiveKind = 'health' | 'special-category';

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

/** A rule, and what a line must hold for the rule to look at it. */
export interface Detector {
  readonly hints: Hints;
  /** `lines`: which lines hold one, in order. Time is linear in the length of the text. */
  readonly find: (text: SearchedText, lines: readonly number[]) => readonly Finding[];
}

export interface Hints {
  /** In lower case, at the beginning of a word. */
  readonly words?: readonly string[];
  /** In lower case, anywhere. */
  readonly parts?: readonly string[];
  /** Shapes without a literal: a run of 13 digits, the head of an IBAN, 16 letters and digits of a token. */
  readonly shapes?: readonly ShapeHint[];
}

export type ShapeHint = 'digits' | 'iban' | 'token';

export interface TextLine {
  /** Without its line end and without marks of quotation (`> `) in front. */
  readonly text: string;
  /** Where `text` begins in the whole text. */
  readonly start: number;
}

/** A text with LF line ends that is searched. Most texts hold nothing: lines are cut when somebody asks for them. */
export class SearchedText {
  readonly whole: string;
  /** In lower case, unit by unit: offsets are those of `whole`. */
  readonly lower: string;
  /** The subject of the message, where the text is the body of one; else empty. */
  readonly subject: string;
  #lines: readonly TextLine[] | null = null;
  /** For each pattern what it said of each line; 0: not asked yet. */
  readonly #seen = new Map<RegExp, Uint8Array>();

  constructor(whole: string, subject = '') {
    this.whole = whole;
    this.subject = subject;
    const lower = whole.toLowerCase();
    this.lower = lower.length === whole.length ? lower : toLowerUnits(whole);
  }

  get lines(): readonly TextLine[] {
    this.#lines ??= cutLines(this.whole);
    return this.#lines;
  }

  /**
   * Whether a line from `from` to before `to` matches. Neighbours of many hints overlap: a pattern (without the flags
   * g and y) sees each line once.
   */
  matchesAround(pattern: RegExp, from: number, to: number): boolean {
    const { lines } = this;
    let seen = this.#seen.get(pattern);
    if (seen === undefined) {
      seen = new Uint8Array(lines.length);
      this.#seen.set(pattern, seen);
    }
    for (let at = Math.max(0, from); at < Math.min(to, lines.length); at += 1) {
      seen[at] ||= pattern.test(lines[at]?.text ?? '') ? MATCHES : DIFFERS;
      if (seen[at] === MATCHES) return true;
    }
    return false;
  }
}

const MATCHES = 1;
const DIFFERS = 2;

/** Some letters become two in lower case: they stay as they are. */
function toLowerUnits(whole: string): string {
  return whole.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

/**
 * A longer line is searched in pieces, parted at a space: whatever a pattern makes of a line, the time of the whole
 * grows with its length alone.
 */
const MAX_LINE_UNITS = 2_000;

function cutLines(whole: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let at = 0; at <= whole.length; ) {
    const found = whole.indexOf('\n', at);
    const end = found < 0 ? whole.length : found;
    const start = isQuoted(whole, at)
      ? at + (QUOTATION.exec(whole.slice(at, Math.min(end, at + 120)))?.[0].length ?? 0)
      : at;
    if (end - start <= MAX_LINE_UNITS) lines.push({ text: whole.slice(start, end), start });
    else cutLong(lines, whole.slice(start, end), start);
    at = end + 1;
  }
  return lines;
}

function cutLong(lines: TextLine[], text: string, start: number): void {
  for (let from = 0; from < text.length; ) {
    const end = from + MAX_LINE_UNITS < text.length ? text.lastIndexOf(' ', from + MAX_LINE_UNITS) : text.length;
    const to = end > from ? end : from + MAX_LINE_UNITS;
    lines.push({ text: text.slice(from, to), start: start + from });
    from = text[to] === ' ' ? to + 1 : to;
  }
}

const QUOTATION = /^(?:[ \t]{0,3}[>|]){1,20}[ \t]?/;

/** Whether a mark of quotation stands at a place, behind three blanks at most. */
function isQuoted(whole: string, at: number): boolean {
  for (let step = 0; step < 4; step += 1) {
    const unit = whole.charCodeAt(at + step);
    if (unit === 0x3e || unit === 0x7c) return true;
    if (unit !== 0x20 && unit !== 0x09) return false;
  }
  return false;
}

export interface UnwrappedLine {
  readonly text: string;
  /** Length of the first line's share. */
  readonly own: number;
  /** Where a unit of `text` stands in the whole text. */
  readonly toOffset: (unit: number) => number;
}

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
