import type { ChangeNature } from './change.ts';
import { judgeDeclaration } from './html-declaration.ts';

/** What a style does beyond layout, with the declaration that does it. */
export interface StyleFinding {
  readonly nature: ChangeNature;
  readonly detail: string;
}

/** `sheet`: of a style element, rules in braces. `inline`: of an attribute, declarations alone. */
export type StyleForm = 'sheet' | 'inline';

const DETAIL_UNITS = 120;
const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|<!--|-->/g;
/** Escapes could spell any property; Outlook's own selectors are the only ones that mail has for a reason. */
const OUTLOOK_SELECTOR = /\b[vowm]\\:\*/g;
const REMOTE = /url\(\s*["']?(?!#)|@import|image-set\(|expression\(|-moz-binding|behavior:\s*(?!url\(#)/;
/** Rules that make glyphs or marks out of others; none has a reason to be in a notice. */
const MAKING = /@(?!font-face|media|page|list|charset|supports|-ms-viewport|viewport)[a-z-]+/;
const STRING = /"[^"\n]*"|'[^'\n]*'/g;
/** A rule without one inside it, with its selector. */
const RULE = /[^{};]*\{([^{}]*)\}/g;
/** Rules in rules: more have no reason to be. */
const RULE_DEPTH = 4;

/**
 * What stands in a style attribute or element beyond layout. Nothing is harmless for being unknown: a declaration is layout when it is one of those that mail
 * programs write and that cannot hide, move, cover or replace words.
 */
export function findInStyle(css: string, form: StyleForm): readonly StyleFinding[] {
  const plain = css.replace(COMMENT, ' ').replace(OUTLOOK_SELECTOR, '').toLowerCase();
  const findings: StyleFinding[] = [];
  const find = (nature: ChangeNature, detail: string): void => {
    findings.push({ nature, detail: detail.slice(0, DETAIL_UNITS) });
  };
  if (plain.includes('\\')) find('hidden-words', css);
  if (REMOTE.test(plain)) find('remote-content', css);
  const making = MAKING.exec(plain);
  if (making !== null && making[0] !== '@import') find('hidden-words', making[0]);
  // A brace or semicolon in a string ends nothing.
  const simple = plain.replace(STRING, (text) => `"${text.slice(1, -1).replace(/[{};]/g, '')}"`);
  for (const declaration of form === 'inline' ? simple.split(/[;{}]/) : listDeclarations(simple, find)) {
    const written = declaration.trim().replace(/\s*([:,()])\s*/g, '$1');
    const nature = judgeDeclaration(written);
    if (nature !== null) find(nature, written);
  }
  return findings;
}

/** Every declaration of every rule, inner rules first. Programs close what is left open at the end. */
function listDeclarations(css: string, find: (nature: ChangeNature, detail: string) => void): readonly string[] {
  const declarations: string[] = [];
  let rest = css + '}'.repeat(Math.max(0, count(css, '{') - count(css, '}')));
  for (let depth = 0; depth < RULE_DEPTH && rest.includes('{'); depth += 1) {
    rest = rest.replace(RULE, (_, body: string) => {
      declarations.push(...body.split(';'));
      return ';';
    });
  }
  // What does not fit together is read in one way here and in another elsewhere.
  if (/[{}]/.test(rest)) find('hidden-words', rest.trim());
  return declarations;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
