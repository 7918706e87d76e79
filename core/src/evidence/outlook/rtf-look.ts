/**
 * Control words that leave words as they stand: what Outlook writes around HTML, and what plain text needs. Any other
 * may hide, move, cover or replace words.
 */
const PLAIN: ReadonlySet<string> = new Set(
  (
    'rtf ansi ansicpg deff deflang deflangfe adeflang adeff nouicompat viewscale fbidis fromhtml fromtext fonttbl colortbl generator htmltag mhtmltag ' +
    'htmlbase htmlrtf uc u pard plain par line tab f fs cf b i ul ulnone lang langfe langnp langfenp noproof li ri ' +
    'fi sb sa ql ltrpar ltrch ltrdoc rtlch loch hich dbch af afs alang viewkind nowidctlpar widctlpar deftab lquote ' +
    'rquote ldblquote rdblquote bullet endash emdash emspace enspace field fldinst fldrslt pntext'
  ).split(' '),
);
/** Half points: six to forty-eight points are read by everybody. */
const FONT_SIZES: readonly [number, number] = [12, 96];
/** Twentieths of a point, at most five inches. */
const DISTANCES: ReadonlySet<string> = new Set(['li', 'ri', 'fi', 'sb', 'sa']);
const MIN_DISTANCE = -1440;
const MAX_DISTANCE = 7200;
/** A luminance out of 255: lighter text disappears on white paper. */
const MAX_LUMINANCE = 140;

const COLOURS = '{\\colortbl';
const COLOUR = /\\red(\d{1,3})\s*\\green(\d{1,3})\s*\\blue(\d{1,3})/;
const FONT = /\{\\f(\d{1,5})([^{}]{0,200})/gi;
/** Names of fonts that draw signs for letters. */
const SIGNS = /\\fcharset2\b|dings|symbol|barcode|blank/i;

/** The first control word that may make words look otherwise than they are; null when there is none. */
export class RtfLook {
  readonly #signs: ReadonlySet<number>;
  readonly #light: ReadonlySet<number>;
  #odd: string | null = null;

  constructor(rtf: string) {
    const fonts = Array.from(rtf.matchAll(FONT), ([, font, what = '']) => (SIGNS.test(what) ? [Number(font)] : []));
    this.#signs = new Set(fonts.flat());
    // Programs differ in which of several tables they take.
    const tables = rtf
      .split(COLOURS)
      .slice(1)
      .map((rest) => rest.slice(0, Math.max(0, rest.search(/[{}]/))).split(';'));
    this.#light = new Set(tables.flatMap((colours) => colours.flatMap((one, at) => (isLight(one) ? [at] : []))));
  }

  get odd(): string | null {
    return this.#odd;
  }

  see(word: string, number: number | null): void {
    if (this.#odd === null && !this.#isPlain(word, number)) this.#odd = word;
  }

  #isPlain(word: string, number: number | null): boolean {
    if (word === 'fs') return number !== null && number >= FONT_SIZES[0] && number <= FONT_SIZES[1];
    if (word === 'cf') return !this.#light.has(number ?? 0);
    if (word === 'f') return !this.#signs.has(number ?? 0);
    if (DISTANCES.has(word)) return (number ?? 0) >= MIN_DISTANCE && (number ?? 0) <= MAX_DISTANCE;
    return PLAIN.has(word);
  }
}

function isLight(colour: string): boolean {
  const [, red, green, blue] = COLOUR.exec(colour) ?? [];
  return 0.3 * Number(red ?? 0) + 0.59 * Number(green ?? 0) + 0.11 * Number(blue ?? 0) > MAX_LUMINANCE;
}
