/** A `/` after one of these begins a regular expression. */
const BEFORE_PATTERN = /(?:^|[=(,:?!&|[{;\n])\s*$/;
const LOOKED_BACK = 20;

/**
 * Texts of TypeScript code in order: string literals, and templates with `…` for each value. Comments and regular
 * expressions are passed over.
 */
export function listCodeTexts(code: string): readonly string[] {
  const texts: string[] = [];
  let at = 0;
  const readQuoted = (quote: string): string => {
    let text = '';
    for (at += 1; at < code.length && code[at] !== quote; at += 1) {
      if (code[at] === '\\') {
        at += 1;
        text += code[at] === 'n' ? ' ' : code[at];
      } else if (quote === '`' && code.startsWith('${', at)) {
        at += 2;
        readCode(true);
        text += '…';
      } else text += code[at];
    }
    return text;
  };
  const skipPattern = (): void => {
    let isClass = false;
    for (at += 1; at < code.length && (code[at] !== '/' || isClass); at += 1) {
      if (code[at] === '\\') at += 1;
      else if (code[at] === '[') isClass = true;
      else if (code[at] === ']') isClass = false;
    }
  };
  const readCode = (isValue: boolean): void => {
    for (let depth = 0; at < code.length; at += 1) {
      const sign = code[at] ?? '';
      if (code.startsWith('//', at)) at = toEnd(code.indexOf('\n', at));
      else if (code.startsWith('/*', at)) at = toEnd(code.indexOf('*/', at)) + 1;
      else if (sign === '/' && BEFORE_PATTERN.test(code.slice(Math.max(0, at - LOOKED_BACK), at))) skipPattern();
      else if (sign === "'" || sign === '"' || sign === '`') texts.push(readQuoted(sign));
      else if (sign === '{') depth += 1;
      else if (sign === '}') {
        if (isValue && depth === 0) return;
        depth -= 1;
      }
    }
  };
  const toEnd = (found: number): number => (found < 0 ? code.length : found);
  readCode(false);
  return texts;
}
