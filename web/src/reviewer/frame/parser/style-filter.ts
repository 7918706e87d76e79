import { exceedsDepth, STYLE_DEPTH } from './markup-weight.ts';

/** Properties that only change how text looks. Excludes anything that overlaps, moves, loads or generates content. */
const PROPERTIES = new Set(
  `background-color border-collapse border-spacing caption-side clear color direction display empty-cells float font font-family font-size font-stretch
  font-style font-variant font-variant-caps font-weight height letter-spacing line-height list-style-position list-style-type max-height max-width
  min-height min-width overflow-wrap table-layout text-align text-decoration text-decoration-color text-decoration-line text-decoration-style text-indent
  text-transform unicode-bidi vertical-align white-space width word-break word-spacing`.split(/\s+/),
);
const PREFIXES = ['border-', 'margin-', 'padding-'];
const FUNCTION = /(?<![a-z-])([a-z-]*)\(/gi;
const FUNCTIONS = new Set([
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'hwb',
  'lab',
  'lch',
  'oklab',
  'oklch',
  'calc',
  'min',
  'max',
  'clamp',
]);
const DISPLAYS = /^(?:block|inline|inline-block|list-item|none|table(?:-[a-z-]+)?|inline-table)$/;
/** The viewer would refuse them anyway, with a report each. */
const IMPORT = /@import[^;]*;?/gi;
const LONGEST_VALUE_UNITS = 500;
/** Maximum kept rules of one message's style sheets. */
const STYLE_RULES = 5000;
/** Maximum units read of one message's style sheets. */
export const STYLE_UNITS = 512 * 1024;

export function filterDeclarations(style: CSSStyleDeclaration): string {
  const kept: string[] = [];
  for (let at = 0; at < style.length; at += 1) {
    const property = style.item(at);
    const value = style.getPropertyValue(property);
    if (!isKept(property, value)) continue;
    kept.push(`${property}: ${value}${style.getPropertyPriority(property) === '' ? '' : ' !important'}`);
  }
  return kept.join('; ');
}

function isKept(property: string, value: string): boolean {
  if (!PROPERTIES.has(property) && !PREFIXES.some((prefix) => property.startsWith(prefix))) return false;
  if (property.startsWith('border-image') || value.length > LONGEST_VALUE_UNITS) return false;
  if (property === 'display' && !DISPLAYS.test(value)) return false;
  for (const [, name = ''] of value.matchAll(FUNCTION)) if (!FUNCTIONS.has(name.toLowerCase())) return false;
  return !/[<>\\@{}]/.test(value);
}

/**
 * The allowed part of style sheets, rewritten from the browser's own parse: rules of the properties above, also in
 * width and print queries. The parsing sheet is never shown and loads nothing. `<` is escaped, so that no text can end
 * the style element.
 */
export function filterStyleSheet(css: string): string {
  if (exceedsDepth(css, STYLE_DEPTH)) return '';
  const sheet = new CSSStyleSheet();
  try {
    sheet.replaceSync(css.slice(0, STYLE_UNITS).replace(IMPORT, ''));
  } catch {
    return '';
  }
  return writeRules(sheet.cssRules, { left: STYLE_RULES }).replaceAll('<', '\\3c ');
}

function writeRules(rules: CSSRuleList, count: { left: number }): string {
  let written = '';
  for (const rule of rules) {
    if (count.left <= 0) break;
    count.left -= 1;
    if (rule instanceof CSSStyleRule) {
      const declarations = filterDeclarations(rule.style);
      if (declarations !== '') written += `${rule.selectorText} { ${declarations} }\n`;
    } else if (rule instanceof CSSMediaRule) {
      const inner = writeRules(rule.cssRules, count);
      if (inner !== '') written += `@media ${rule.conditionText} {\n${inner}}\n`;
    }
  }
  return written;
}
