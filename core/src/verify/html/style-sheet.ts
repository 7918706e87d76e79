import { isAllowedDeclaration, measureSpace } from './allowed-style.ts';
import { isCovering } from './inert.ts';

/** Names of one element, as selectors know it. */
export interface ElementNames {
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

/** Longer sheets belong to pages. */
const SHEET_UNITS = 65_536;
/** One rule: a selector or at-rule without braces, and its declarations. */
const RULE = /^([^{}]+)\{([^{}]*)\}/;
/** Word's own, for pictures drawn as VML; the behaviour is Internet Explorer's and shows no word. */
const VML_SELECTOR = /^(?:[vow]\\:\*|\.shape)$/;
const AT_RULE = /^@(?:font-face|page(?: [\w-]+)?)$/i;
/** What may stand in `@font-face`: a `src` would bring letters of its own. */
const FONT_FACE = /^(?:font-family|panose-1|mso-[a-z-]+)$/;
/** `#banner`, `div.banner`, and their descendants. */
const SCOPED = /^[a-z0-9]*([#.])([\w-]+)(?:[ >](?:[a-z0-9]+(?:[#.][\w-]+)*|(?:[#.][\w-]+)+))*$/i;

/**
 * Whether a style element cannot affect the words of a notice: every rule only has allowed declarations, or all its
 * selectors are anchored at names of elements outside the notice (`foreign`) and none inside or around it (`own`).
 */
export function isAllowedSheet(css: string, foreign: ElementNames | null, own: ElementNames | null): boolean {
  if (css.length > SHEET_UNITS) return false;
  let rest = withoutComments(css).replace(/<!--|-->/g, ' ');
  for (rest = rest.trimStart(); rest !== ''; rest = rest.trimStart()) {
    const [whole, selector = '', body = ''] = RULE.exec(rest) ?? [];
    if (whole === undefined || !isAllowedRule(selector.trim(), body, foreign, own)) return false;
    rest = rest.slice(whole.length);
  }
  return true;
}

/** An open comment continues to the end. */
function withoutComments(css: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const open = css.indexOf('/*', from);
    if (open === -1) return kept + css.slice(from);
    kept += `${css.slice(from, open)} `;
    const close = css.indexOf('*/', open + 2);
    if (close === -1) return kept;
    from = close + 2;
  }
}

function isAllowedRule(
  selector: string,
  body: string,
  foreign: ElementNames | null,
  own: ElementNames | null,
): boolean {
  const declarations = body.split(';').filter((declaration) => declaration.trim() !== '');
  if (selector.split(/[\s,]+/).every((one) => VML_SELECTOR.test(one))) return declarations.every(isAllowedDeclaration);
  if (selector.includes('\\')) return false;
  if (selector.startsWith('@')) {
    if (!AT_RULE.test(selector)) return false;
    const isFont = selector.toLowerCase() === '@font-face';
    return declarations.every(
      (one) =>
        isAllowedDeclaration(one) && (!isFont || FONT_FACE.test(one.split(':', 1)[0]?.trim().toLowerCase() ?? '')),
    );
  }
  if (declarations.every(isAllowedDeclaration) && isNarrow(selector, declarations)) return true;
  if (foreign === null || own === null || declarations.some(isCovering)) return false;
  return selector.split(',').every((one) => isScoped(one.trim(), foreign, own));
}

/** Elements that are never nested, and Word's paragraphs, whose levels are counted. */
const SPACED = /^(?:(?:p|li|body)(?:[.#][\w-]+)*|div\.mso[\w-]*)$/i;
/** Pixels that a rule may take around each paragraph, and above and below whatever may stand inside of its like. */
const SPACE = { aroundParagraph: 60, aboveOther: 24 };
const BESIDE = /^\s*(?:margin|padding|border)(?!-(?:top|bottom|color)\b)/i;

/** Whether a rule leaves words where they are, however many elements of it stand in each other. */
function isNarrow(selector: string, declarations: readonly string[]): boolean {
  const [all, beside] = [declarations, declarations.filter((one) => BESIDE.test(one))].map(measureSpace);
  return selector
    .split(',')
    .every((one) =>
      SPACED.test(one.trim()) ? (all ?? 0) <= SPACE.aroundParagraph : beside === 0 && (all ?? 0) <= SPACE.aboveOther,
    );
}

function isScoped(selector: string, foreign: ElementNames, own: ElementNames): boolean {
  const steps = selector.replace(/\s+/g, ' ').replace(/ ?> ?/g, '>');
  const [, mark, name = ''] = SCOPED.exec(steps) ?? [];
  if (mark === undefined) return false;
  const key = mark === '#' ? 'ids' : 'classes';
  return foreign[key].has(name) && !own[key].has(name);
}
