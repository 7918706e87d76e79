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

/** So many letters and digits without a space or a mark between are a token, or a long word. */
const TOKEN_UNITS = 16;
const IN_TOKEN = 1;
const BETWEEN_TOKEN = 2;

/** What a unit is to a token: a letter or digit, or one of the three marks that may stand in it. */
const TOKEN_CLASS = Uint8Array.from({ length: 256 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[a-z0-9]/.test(character) ? IN_TOKEN : /[_~-]/.test(character) ? BETWEEN_TOKEN : 0;
});

/** Six bits of each of three units. */
const KEYS = 1 << 18;
const THIRDS = 64;
/** Beside a number of hints: one of them may stand within a word. */
const ANYWHERE = 0x8000;

/** Hints by their first three characters: nearly every place of a text is passed by with one look. */
class HintTable {
  /** By key: 0, or which of `#lists` holds its hints. */
  readonly #places = new Uint16Array(KEYS);
  readonly #lists: Hint[][] = [[]];

  constructor(hints: readonly Hint[]) {
    for (const hint of hints) {
      const [first, second, third] = [0, 1, 2].map((at) => hint.literal.charCodeAt(at)) as [number, number, number];
      if (hint.literal.length > 2) this.#add(toKey(first, second, third), hint);
      else for (let last = 0; last < THIRDS; last += 1) this.#add(toKey(first, second, last), hint);
    }
  }

  #add(key: number, hint: Hint): void {
    const place = this.#places[key] ?? 0;
    const at = place === 0 ? this.#lists.push([]) - 1 : place & ~ANYWHERE;
    this.#lists[at]?.push(hint);
    this.#places[key] = at | (place & ANYWHERE) | (hint.isPart ? ANYWHERE : 0);
  }

  /** Tells each hint and each long run of a text in lower case, in the order of their places. */
  scan(lower: string, tell: (offset: number, hint: Hint) => void, tellToken: (offset: number) => void): void {
    const places = this.#places;
    let isInWord = false;
    let run = 0;
    let unit = lower.charCodeAt(0);
    let next = lower.charCodeAt(1);
    for (let at = 0; at + 1 < lower.length; at += 1) {
      const third = lower.charCodeAt(at + 2);
      const place = places[toKey(unit, next, third)] ?? 0;
      if (place !== 0 && (place >= ANYWHERE || !isInWord))
        for (const hint of this.#lists[place & ~ANYWHERE] ?? [])
          if ((hint.isPart || !isInWord) && lower.startsWith(hint.literal, at)) tell(at, hint);
      const token = TOKEN_CLASS[unit] ?? 0;
      if (token === IN_TOKEN) run += 1;
      else if (token === 0) run = 0;
      if (run === TOKEN_UNITS && token === IN_TOKEN) tellToken(at);
      isInWord = unit >= 0x61 && unit <= 0x7a;
      unit = next;
      next = third;
    }
  }
}

/** Other characters share a place: the hint itself is compared after. Behind the end is a zero. */
function toKey(first: number, second: number, third: number): number {
  return ((first & 0x3f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
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
