import type { Detector, SearchedText, ShapeHint } from './finding.ts';

/** For each detector, the lines that hold one of its hints, in order. */
export type HintScan = (text: SearchedText) => readonly (readonly number[])[];

const SHAPES: Readonly<Record<Exclude<ShapeHint, 'token'>, RegExp>> = {
  digits: /(?<!\d)\d(?:[ -]?\d){12}/g,
  iban: /[A-Z]{2}\d\d ?[A-Z0-9]{4}/g,
};

interface Hint {
  readonly literal: string;
  /** Letters in front of it do not matter. */
  readonly isPart: boolean;
  readonly wanted: readonly number[];
}

/** With its third unit: most that begin alike differ there. */
type KnownHint = Hint & { readonly third: number };

const ANYWHERE = 2;
const AT_WORD_START = 1;

/** So many letters and digits without a space or a mark between are a token, or a long word. */
const TOKEN_UNITS = 16;
const IN_TOKEN = 1;
const BETWEEN_TOKEN = 2;

/** What a unit is to a token: a letter or digit, or one of the three marks that may stand in it. */
const TOKEN_CLASS = Uint8Array.from({ length: 256 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[a-z0-9]/.test(character) ? IN_TOKEN : /[_~-]/.test(character) ? BETWEEN_TOKEN : 0;
});

/**
 * Hints by their first three characters (two of which a table knows): nearly every place of a text is passed by with
 * one look.
 */
class HintTable {
  readonly #places = new Uint8Array(1 << 16);
  readonly #hints: (readonly KnownHint[] | undefined)[] = new Array(1 << 16);

  constructor(hints: readonly Hint[]) {
    for (const hint of hints) {
      const key = toKey(hint.literal.charCodeAt(0), hint.literal.charCodeAt(1));
      this.#places[key] = Math.max(this.#places[key] ?? 0, hint.isPart ? ANYWHERE : AT_WORD_START);
      this.#hints[key] = [...(this.#hints[key] ?? []), { ...hint, third: hint.literal.charCodeAt(2) }];
    }
  }

  /** Tells each hint and each long run of a text in lower case, in the order of their places. */
  scan(lower: string, tell: (offset: number, hint: Hint) => void, tellToken: (offset: number) => void): void {
    const places = this.#places;
    const hints = this.#hints;
    let isInWord = false;
    let run = 0;
    let unit = lower.charCodeAt(0);
    for (let at = 0; at + 1 < lower.length; at += 1) {
      const next = lower.charCodeAt(at + 1);
      const key = toKey(unit, next);
      const place = places[key] ?? 0;
      if (place === ANYWHERE || (place === AT_WORD_START && !isInWord))
        for (const hint of hints[key] ?? [])
          if (hint.third === lower.charCodeAt(at + 2) || hint.literal.length < 3)
            if ((hint.isPart || !isInWord) && lower.startsWith(hint.literal, at)) tell(at, hint);
      const token = TOKEN_CLASS[unit] ?? 0;
      if (token === IN_TOKEN) run += 1;
      else if (token === 0) run = 0;
      if (run === TOKEN_UNITS && token === IN_TOKEN) tellToken(at);
      isInWord = unit >= 0x61 && unit <= 0x7a;
      unit = next;
    }
  }
}

/** Characters beyond Latin-1 share a place with others: the hint itself is compared after. */
function toKey(first: number, second: number): number {
  return ((first & 0xff) << 8) | (second & 0xff);
}

function collect<T extends string>(of: readonly (readonly T[] | undefined)[]): ReadonlyMap<T, number[]> {
  const wanted = new Map<T, number[]>();
  of.forEach((hints, detector) => {
    for (const hint of new Set(hints)) wanted.set(hint, [...(wanted.get(hint) ?? []), detector]);
  });
  return wanted;
}

/**
 * Makes the one pass over a text that tells which lines a detector has to look at: most lines are looked at by none,
 * and most texts are never cut into lines.
 */
export function createHintScan(hints: readonly Detector['hints'][]): HintScan {
  const toHints = (literals: ReadonlyMap<string, number[]>, isPart: boolean): readonly Hint[] =>
    [...literals].map(([literal, wanted]) => ({ literal, isPart, wanted }));
  const table = new HintTable([
    ...toHints(collect(hints.map(({ words }) => words)), false),
    ...toHints(collect(hints.map(({ parts }) => parts)), true),
  ]);
  const shapes = collect(hints.map((each) => each.shapes));
  return (text) => {
    const marks = hints.map((): number[] => []);
    let line = 0;
    const mark = (offset: number, wanted: readonly number[]): void => {
      const { lines } = text;
      while ((lines[line + 1]?.start ?? Number.POSITIVE_INFINITY) <= offset) line += 1;
      for (const detector of wanted) {
        const marked = marks[detector];
        if (marked !== undefined && marked[marked.length - 1] !== line) marked.push(line);
      }
    };
    const wantToken = shapes.get('token') ?? [];
    table.scan(
      text.lower,
      (offset, { wanted }) => mark(offset, wanted),
      (offset) => mark(offset, wantToken),
    );
    for (const [shape, wanted] of shapes) {
      if (shape === 'token') continue;
      line = 0;
      for (const { index } of text.whole.matchAll(SHAPES[shape])) mark(index, wanted);
    }
    return marks.map((lines, at) => (hints[at]?.shapes === undefined ? lines : inOrder(lines)));
  };
}

function inOrder(lines: readonly number[]): readonly number[] {
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** These lines and so many behind (or, below zero, before) each. */
export function withNeighbours(
  lines: readonly number[],
  count: number,
  { length }: readonly unknown[],
): readonly number[] {
  const all = new Set<number>();
  for (const line of lines)
    for (let step = Math.min(0, count); step <= Math.max(0, count); step += 1)
      if (line + step >= 0 && line + step < length) all.add(line + step);
  return inOrder([...all]);
}
