import type { ChangeNature } from './change.ts';
import { isReadableColour, isReadableGround } from './html-colour.ts';

/** Declarations that are layout whatever their value is, but for `ODD_VALUE`. */
const LAYOUT =
  /^(?:-webkit-|-moz-|-ms-)?(?:border(?:-[a-z-]+)?|padding(?:-[a-z-]+)?|margin(?:-[a-z-]+)?|(?:min-|max-)?(?:width|height)|font-(?:family|style|weight|stretch|variant(?:-[a-z-]+)?|kerning|feature-settings|variation-settings|optical-sizing|smoothing|display)|text-(?:align(?:-last)?|indent|transform|size-adjust|rendering|justify|justify-trim|autospace|combine-upright|underline-[a-z]+|kashida-space|decoration(?:-[a-z-]+)?)|letter-spacing|word-spacing|white-space(?:-[a-z]+)?|word-(?:break|wrap)|overflow-wrap|line-break|nbsp-mode|hyphens|orphans|widows|vertical-align|table-layout|caret-color|accent-color|cursor|box-sizing|border-collapse|border-spacing|empty-cells|tab-(?:size|interval|stops)|page(?:-break-[a-z]+)?|break-[a-z]+|size|panose-1|unicode-range|layout-grid(?:-[a-z]+)?|punctuation-wrap|quotes|user-select|pointer-events|tap-highlight-color|interpolation-mode|color-scheme|forced-color-adjust|clear|ruby-[a-z]+|image-rendering|orientation|resize)$/;
const OUTLOOK = /^(?:mso-(?!hide$|level-text$|ruby|text-raise$)[a-z0-9-]+|tab-stops)$/;
/** Whose values are words: any other may move or hide. */
const WORDS: Readonly<Record<string, RegExp>> = {
  display: /^(?:block|inline|inline-block|table|table-(?:row|cell|row-group)|list-item|inherit|initial|unset)$/,
  visibility: /^(?:visible|inherit|initial)$/,
  overflow: /^(?:visible|auto|scroll|inherit|initial)$/,
  'overflow-x': /^(?:visible|auto|scroll)$/,
  'overflow-y': /^(?:visible|auto|scroll)$/,
  float: /^(?:none|inherit|initial)$/,
  position: /^(?:static|relative|inherit|initial)$/,
  opacity: /^(?:1(?:\.0+)?|100%|0?\.[5-9]\d*|inherit|initial)$/,
  direction: /^(?:ltr|inherit|initial)$/,
  'unicode-bidi': /^(?:normal|inherit|initial)$/,
  'writing-mode': /^(?:horizontal-tb|inherit|initial)$/,
  'list-style':
    /^(?:(?:none|disc|circle|square|decimal|lower-alpha|lower-roman|inside|outside|inherit|initial) ?){1,3}$/,
  'list-style-type': /^(?:none|disc|circle|square|decimal|lower-alpha|lower-roman|inherit|initial)$/,
  'list-style-position': /^(?:inside|outside|inherit|initial)$/,
  'list-style-image': /^(?:none|inherit|initial)$/,
  'text-stroke-width': /^0(?:px|pt)?$/,
  'mso-level-text': /^["']?(?:%\d[.)]?|[^\p{L}\p{N}]{0,3})["']?$/u,
  'mso-text-raise': /^0(?:pt|px|cm)?$/,
  'mso-hide': /^none$/,
  behavior: /^url\(#default#vml\)$/,
};
for (const name of [
  'filter',
  'transform',
  'clip',
  'clip-path',
  'mask',
  'outline',
  'box-shadow',
  'text-shadow',
  'animation',
  'transition',
])
  Object.assign(WORDS, { [name]: /^(?:none|auto|inherit|initial|0|0px)$/ });

/** Lengths that leave the page or turn back on it, values that are known only elsewhere, and lines through words. */
const ODD_VALUE =
  /(?:^|[\s,(:])-[\d.]|(?<![.\d])\d{4,}(?:\.\d+)?(?:px|pt|em|rem|ex|ch|in|cm|mm|pc|v[a-z]+|%)|(?<![.\d])\d{3,}(?:\.\d+)?(?:em|rem|in|cm|pc|v[wh])|\b(?:calc|var|env|attr|min|max|clamp|counter|counters)\(|line-through|blink/;
const NO_SIZE = /^(?:max-)?(?:width|height)$/;
/** Fonts that show other signs than letters. First in a list, that is what a reader sees. */
const SIGN_FONT = /^["']?(?:wingdings|webdings|symbol\b|zapf ?dingbats|marlett|ms outlook|bookshelf symbol|dingbats)/;
const SIZE = /^(\d*\.?\d+)(px|pt|em|rem|%)(?:$|[/ !])/;
const LEAST_SIZE: Readonly<Record<string, number>> = { px: 6, pt: 6, em: 0.5, rem: 0.5, '%': 50 };
const SIZE_WORD = /^(?:x{1,3}-large|large|medium|small|x-small|xx-small|larger|smaller|inherit|initial|unset)\b/;

/** Whether a declaration, in lower case and without needless spaces, is layout (null), or what it can do with words. */
export function judgeDeclaration(declaration: string): ChangeNature | null {
  const colon = declaration.indexOf(':');
  if (colon === -1) return null;
  const name = declaration.slice(0, colon).trim();
  const value = declaration
    .slice(colon + 1)
    .replace(/\s*!important$/, '')
    .trim();
  if (isLayout(name, value)) return null;
  return ['direction', 'unicode-bidi', 'writing-mode'].includes(name) ? 'direction' : 'hidden-words';
}

function isLayout(name: string, value: string): boolean {
  const bare = name.replace(/^-(?:webkit|moz|ms)-/, '');
  const words = WORDS[bare];
  if (words !== undefined) return words.test(value);
  if (ODD_VALUE.test(value) && !OUTLOOK.test(name)) return false;
  switch (bare) {
    case 'color':
      return isReadableColour(value);
    case 'background':
    case 'background-color':
      return isReadableGround(value);
    case 'font-size':
      return isReadableSize(value);
    case 'font':
      return isReadableFont(value);
    case 'line-height':
      return (
        value === 'normal' ||
        value === 'inherit' ||
        /^(?:[1-9]|0?\.[89])(?:\.\d+)?$/.test(value) ||
        isReadableSize(value)
      );
    case 'font-family':
      return !SIGN_FONT.test(value);
    case 'left':
    case 'right':
    case 'top':
    case 'bottom':
      return /^(?:0[a-z%]*|auto)$/.test(value);
  }
  if (NO_SIZE.test(bare) && /^0?\.?0*(?:[a-z]+|%)?$/.test(value) && /^[\d.]/.test(value)) return false;
  return LAYOUT.test(name) || OUTLOOK.test(name);
}

function isReadableSize(value: string): boolean {
  if (SIZE_WORD.test(value)) return true;
  const [, size = '', unit = ''] = SIZE.exec(value) ?? [];
  return size !== '' && Number(size) >= (LEAST_SIZE[unit] ?? Number.POSITIVE_INFINITY);
}

/** `italic 11pt/1.4 Calibri, sans-serif`: a size, and letters. */
function isReadableFont(value: string): boolean {
  if (/^(?:inherit|initial|caption|menu|message-box)$/.test(value)) return true;
  const size = value.split(' ').findIndex((word) => /^[\d.]+(?!00$)[a-z%]/.test(word) || SIZE_WORD.test(word));
  const parts = value.split(' ');
  const [, height] = (parts[size] ?? '').split('/');
  const isHigh = height === undefined || /^(?:normal|[1-9](?:\.\d+)?)$/.test(height) || isReadableSize(height);
  return size !== -1 && isReadableSize(parts[size] ?? '') && isHigh && !SIGN_FONT.test(parts.slice(size + 1).join(' '));
}
