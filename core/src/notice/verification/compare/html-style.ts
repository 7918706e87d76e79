import type { ChangeNature } from './change.ts';

/** What a style does beyond layout, with the declaration that does it. */
export interface StyleFinding {
  readonly nature: ChangeNature;
  readonly detail: string;
}

/** Declarations with which words can be hidden, covered, replaced or moved; compared without white space, in lower case. */
const HIDING: readonly RegExp[] = [
  /^display:none/,
  /^visibility:(?!visible)/,
  /^opacity:0?(?:\.[0-4]\d*)?(?:%|$|!)/,
  /^mso-hide:/,
  /^(?:-webkit-)?(?:clip|clip-path|mask|mask-image|transform|filter|text-security|text-fill-color):(?!none)/,
  /^position:(?:absolute|fixed|sticky)/,
  /^(?:max-)?(?:height|width):0(?!\.?[1-9])/,
  /^overflow(?:-[xy])?:(?:hidden|clip)/,
  /^(?:text-indent|letter-spacing|word-spacing|left|right|top|bottom|margin|margin-[a-z]+):(?:[^;]* )?-\d/,
  /^line-height:0(?!\.?[1-9])/,
  /^font-size:(?:0*\.?0*(?:[a-z]+|%)?|0?\.[0-2]\d*(?:em|rem)|[0-5](?:\.\d+)?(?:px|pt)|[0-2]?\d(?:\.\d+)?%)(?:$|!)/,
  /^font:(?:.* )?0[a-z%]*(?:\/| )/,
  /^content:/,
  /^color:(?:transparent|rgba\(.*,0?\.?0\))/,
];
const TURNING = /^(?:direction:rtl|unicode-bidi:(?!normal)|writing-mode:)/;
const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;
/** Escapes could spell any property; Outlook's own selectors are the only ones that mail has for a reason. */
const OUTLOOK_SELECTOR = /\b[vowm]\\:\*/g;
const REMOTE = /url\(\s*["']?(?!#)|@import|image-set\(|expression\(|-moz-binding|behavior:(?!url\(#)/;

/** What stands in a style attribute or element beyond layout. */
export function findInStyle(css: string): readonly StyleFinding[] {
  const plain = css.replace(COMMENT, '').replace(OUTLOOK_SELECTOR, '').toLowerCase();
  const findings: StyleFinding[] = [];
  if (plain.includes('\\')) findings.push({ nature: 'hidden-words', detail: css.slice(0, DETAIL_UNITS) });
  if (REMOTE.test(plain)) findings.push({ nature: 'remote-content', detail: css.slice(0, DETAIL_UNITS) });
  for (const declaration of plain.split(/[;{}]/)) {
    const spaced = declaration.trim().replace(/\s*([:,()])\s*/g, '$1');
    if (HIDING.some((pattern) => pattern.test(spaced)) || isUnreadable(spaced))
      findings.push({ nature: 'hidden-words', detail: spaced });
    else if (TURNING.test(spaced)) findings.push({ nature: 'direction', detail: spaced });
  }
  return findings;
}

const DETAIL_UNITS = 120;

const COLOURED = /^(color|background|background-color):(?:#([0-9a-f]{3,8})|rgba?\((\d+),(\d+),(\d+)|([a-z]+))/;
/** Of 255: a notice is dark words on a pale ground, so paler words, or a darker ground, hide it. */
const PALE = 0xb0;
const DARK = 0x50;
const NAMED: Readonly<Record<string, number>> = { white: 255, snow: 250, ivory: 250, whitesmoke: 245, black: 0 };

function isUnreadable(declaration: string): boolean {
  const [, property, hex, red, green, blue, name] = COLOURED.exec(declaration) ?? [];
  const named = name === undefined ? undefined : NAMED[name];
  const parts =
    hex !== undefined
      ? toParts(hex)
      : red !== undefined
        ? [Number(red), Number(green), Number(blue)]
        : named === undefined
          ? []
          : [named];
  if (parts.length === 0) return false;
  return property === 'color' ? parts.every((part) => part >= PALE) : parts.every((part) => part <= DARK);
}

function toParts(hex: string): readonly number[] {
  const digits =
    hex.length < 6 ? [...hex.slice(0, 3)].map((digit) => digit + digit) : (hex.slice(0, 6).match(/../g) ?? []);
  return digits.map((pair) => Number.parseInt(pair, 16));
}
