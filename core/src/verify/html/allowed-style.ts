import { isDarkColour, isWhiteBackground } from './allowed-colour.ts';

const THIN = 3;

/** Values that change nothing, whatever the property is. `hidden`, `0` and the like are no such values. */
const NEUTRAL = /^(?:normal|auto|initial|inherit|unset|baseline|start)$/;
/** Properties that may have a neutral value and nothing else. */
const NEUTRAL_PROPERTIES =
  /^(?:-webkit-|-moz-|-ms-)?(?:font-(?:stretch|variant(?:-[a-z-]+)?|kerning|feature-settings|variation-settings|optical-sizing|size-adjust)|text-(?:rendering|justify|align-last|autospace)|letter-spacing|word-spacing|line-break|hyphens|word-break|overflow-wrap|word-wrap|white-space(?:-[a-z]+)?|vertical-align|caret-color|accent-color|unicode-bidi|float|text-size-adjust)$/;
/** What only Word reads, and that shows, hides and replaces no word. */
const WORD =
  /^mso-(?:(?:fareast|bidi|ascii|hansi|ansi)-(?:language|font-(?:family|size|weight|style)|theme-font)|ansi-language|bidi-language|style-(?:type|priority|name|link|unhide|noshow|qformat|parent|next)|generic-font-family|font-(?:charset|pitch|signature|kerning)|ligatures|line-height-rule|outline-level|margin-(?:top|bottom)-alt|pagination|header-margin|footer-margin|paper-source|default-props|themecolor|no-proof|add-space|(?:hyphenation|layout-grid-align|punctuation-kerning))$/;
const LENGTH = /^(\d+(?:\.\d+)?|\.\d+)(px|pt|em|rem|cm|mm|in|%)?$/;
/** Pixels of one unit; `em` as the base size. A percentage of a margin is one of the width, and never small. */
const PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16, cm: 37.8, mm: 3.78, in: 96 };
/** Ground around words, in pixels: more moves them off a small screen when it adds up. */
const MAX_SPACE_PIXELS = 48;
const MAX_BORDER_PIXELS = 4;
/** Narrower, and words break into letters. */
const MIN_WIDTH = 400;
const TYPE = { least: 9, largest: 40 };
const LINE = { least: 11, largest: 60 };
const SIZE_WORDS = /^(?:small|medium|large|x-large|xx-large|inherit|initial|100%|1em)$/;
const LINE_WORDS = /^(?:normal|inherit|initial|1(?:\.\d+)?|2(?:\.0+)?|1\d\d(?:\.\d+)?%|200%)$/;
/** Fonts whose letters are other signs. */
const SIGN_FONT =
  /wingdings|webdings|symbol|dingbat|marlett|ms outlook|emoji|barcode|braille|mt extra|d05000|specialty|ornament|bullets|blank/;
const FONT_FAMILY = /^[\w "',.()&-]{1,300}$/;

/** Properties with the values that they may have. In lower case, without blanks around punctuation. */
const VALUES: readonly (readonly [names: RegExp, values: RegExp | ((value: string) => boolean)])[] = [
  [/^font-weight$/, /^(?:normal|bold|bolder|[4-8]00)$/],
  [/^font-style$/, /^(?:normal|italic|oblique)$/],
  [/^text-align$/, /^(?:left|start|justify|center|-webkit-auto|-webkit-left|inherit|initial)$/],
  [/^text-decoration$/, /^(?:none|underline|initial|none solid|underline solid)$/],
  [/^text-decoration-(?:line|style)$/, /^(?:none|underline|solid|initial)$/],
  [/^text-decoration-(?:thickness|color)$/, /^(?:auto|initial|from-font|currentcolor)$/],
  [/^text-(?:transform|underline)$/, /^(?:none|initial|single)$/],
  [/^text-indent$/, /^0(?:px|pt|cm|in|em)?$/],
  [/^-webkit-text-stroke-width$/, /^0px$/],
  [/^-(?:webkit|ms)-text-size-adjust$/, /^(?:none|auto|100%)$/],
  [/^(?:letter|word)-spacing$/, /^(?:normal|0(?:px|pt|em)?)$/],
  [/^(?:white-space|-webkit-nbsp-mode)$/, /^(?:normal|initial|inherit|space)$/],
  [/^(?:word-(?:break|wrap)|overflow-wrap)$/, /^(?:normal|anywhere|break-word)$/],
  [/^(?:-webkit-)?line-break$/, /^(?:auto|normal|after-white-space)$/],
  [/^direction$/, /^ltr$/],
  [/^(?:orphans|widows)$/, /^(?:auto|[1-3])$/],
  [/^box-sizing$/, /^(?:border-box|content-box)$/],
  [/^color-scheme$/, /^(?:light|normal|initial)$/],
  [/^panose-1$/, /^[\d ]+$/],
  [/^page$/, /^wordsection\d$/],
  [/^size$/, /^[\d.]+(?:pt|in|cm|mm) [\d.]+(?:pt|in|cm|mm)$/],
  [/^mso-hide$/, /^none$/],
  [/^behavior$/, /^url\(#default#vml\)$/],
  [NEUTRAL_PROPERTIES, NEUTRAL],
  [/^color$/, isDarkColour],
  [/^background(?:-color)?$/, isWhiteBackground],
  [/^font-size$/, (value) => SIZE_WORDS.test(value) || isWithin(value, TYPE)],
  [/^line-height$/, (value) => LINE_WORDS.test(value) || isWithin(value, LINE)],
  [/^max-width$/, (value) => value === 'none' || (value.endsWith('px') && (toPixels(value) ?? 0) >= MIN_WIDTH)],
  [/^font-family$/, (value) => FONT_FAMILY.test(value) && !SIGN_FONT.test(value)],
  [/^(?:margin|padding)(?:-(?:top|right|bottom|left|block|inline)(?:-(?:start|end))?)?$/, isSpace],
  [/^border(?:-(?:top|right|bottom|left))?(?:-(?:width|style|color))?$/, isBorder],
  [WORD, (value) => !/url\(|expression/.test(value)],
];

/** Whether a declaration can neither hide, move, cover, replace nor rotate words, on any element. */
export function isAllowedDeclaration(written: string): boolean {
  const declaration = readDeclaration(written);
  if (declaration === null) return true;
  const { name, value } = declaration;
  if (name === '' || value === '' || /[\\<>{}@]/.test(value)) return false;
  return VALUES.some(
    ([names, values]) => names.test(name) && (typeof values === 'function' ? values(value) : values.test(value)),
  );
}

/** In lower case, without blanks around punctuation; null for none. */
function readDeclaration(written: string): { readonly name: string; readonly value: string } | null {
  const declaration = written
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([:,()]) ?/g, '$1');
  if (declaration === '') return null;
  const colon = declaration.indexOf(':');
  return {
    name: declaration.slice(0, Math.max(colon, 0)),
    value: declaration.slice(colon + 1).replace(/ ?! ?important$/, ''),
  };
}

/** Pixels of margins, paddings and borders of allowed declarations, all sides of an element together. */
export function measureSpace(declarations: readonly string[]): number {
  return declarations.reduce((sum, written) => sum + toDeclaredSpace(written), 0);
}

function toDeclaredSpace(written: string): number {
  const { name, value } = readDeclaration(written) ?? { name: '', value: '' };
  if (!/^(?:margin|padding|border)/.test(name) || name.endsWith('-color') || value.includes('none')) return 0;
  const lengths = value
    .split(' ')
    .flatMap((part) => (/^(?:thin|medium)$/.test(part) ? [THIN] : (toPixels(part) ?? [])));
  const sides = /-(?:top|right|bottom|left|start|end)/.test(name) ? 1 : /-(?:block|inline)$/.test(name) ? 2 : 4;
  const sum = lengths.reduce((all, one) => all + Math.max(0, one), 0);
  // If there are three values, the second counts for two sides.
  return lengths.length < 3 ? (sum * sides) / Math.max(1, lengths.length) : sum + (lengths[1] ?? 0);
}

function isSpace(value: string): boolean {
  return value.split(' ').every((side) => side === 'auto' || isSpaceLength(side, MAX_SPACE_PIXELS));
}

function toPixels(value: string): number | null {
  const [, size, unit = ''] = LENGTH.exec(value) ?? [];
  if (size === undefined) return null;
  if (unit === '') return Number(size) === 0 ? 0 : null;
  const factor = PIXELS[unit];
  return factor === undefined ? null : Number(size) * factor;
}

function isSpaceLength(value: string, largest: number): boolean {
  const pixels = toPixels(value);
  return pixels !== null && pixels <= largest;
}

/** Sizes in `em` would shrink or grow with each level. */
function isWithin(value: string, { least, largest }: { readonly least: number; readonly largest: number }): boolean {
  if (/em$|%$/.test(value)) return false;
  const pixels = toPixels(value);
  return pixels !== null && pixels >= least && pixels <= largest;
}

function isBorder(value: string): boolean {
  return value
    .split(' ')
    .every(
      (part) =>
        /^(?:none|solid|dotted|dashed|double|initial|currentcolor|medium|thin|windowtext|#[0-9a-f]{3,6}|rgb\([\d,]+\))$/.test(
          part,
        ) || isSpaceLength(part, MAX_BORDER_PIXELS),
    );
}

/** Whether a style attribute only has allowed declarations. */
export function isAllowedStyle(style: string): boolean {
  return !/\/\*|["'][^"';]*;[^"']*["']/.test(style) && style.split(';').every(isAllowedDeclaration);
}
