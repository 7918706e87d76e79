import type { HtmlNode } from './html-node.ts';

const BLANK = '[\\t\\n\\f\\r ]';
const DOCTYPE = new RegExp(
  `<!doctype html(?:${BLANK}+public${BLANK}+"-//[\\w ./:-]*"(?:${BLANK}+"http://www\\.w3\\.org/[\\w./-]*")?|${BLANK}+system${BLANK}+"about:legacy-compat")?${BLANK}*>`,
  'iy',
);
/** Conditions of Word and instructions of XML: comments to a browser. */
const DECLARATION = /<[!?](?!doctype|--)[^<>]*>/iy;
const START = /<([a-z][\w:-]*)/iy;
/** No value holds a sign that ends a tag for programs that do not look for quotation marks. */
const ATTRIBUTE = new RegExp(
  `${BLANK}+([^\\s"'<>/=]+)(?:${BLANK}*=${BLANK}*(?:"[^"<>]*"|'[^'<>]*'|[^\\s"'<>=\`]+))?`,
  'y',
);
const TAG_END = new RegExp(`${BLANK}*/?>`, 'y');
const END_TAG = new RegExp(`</[a-z][\\w:-]*${BLANK}*>`, 'iy');
/** Elements whose content is text up to their own end. */
const TEXT_ONLY: ReadonlySet<string> = new Set('title style script textarea xmp iframe noembed noframes'.split(' '));
const TEXT_END = /<\/([a-z]+)(?=[\t\n\f\r />])/gi;
/** Parsers make these of nothing, and one of several. */
const ONCE: ReadonlySet<string> = new Set(['html', 'head', 'body']);
/** How much of the place is told. */
const SHOWN_UNITS = 80;

/**
 * The first place of HTML that a browser passes over, so that no tree has it, while programs that read tags by simpler
 * rules show what stands there: attributes of an end tag, an attribute given twice, signs of tags in a value, a tag
 * without an end, an element where none may be. Null for HTML of which every piece is in the tree.
 */
export function findLooseMarkup(html: string, tree: readonly HtmlNode[] | null): string | null {
  const names = new Map<string, number>();
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const end = html.startsWith('<!--', at) ? findCommentEnd(html, at) : readTag(html, at, names);
    if (end === -1) return html.slice(at, at + SHOWN_UNITS);
    at = end;
  }
  if (tree === null) return null;
  const kept = countElements(tree);
  const lost = [...names].find(([name, count]) => count > (kept.get(name) ?? 0) && !(ONCE.has(name) && kept.has(name)));
  return lost === undefined ? null : `<${lost[0]}>`;
}

/** Behind the comment; -1 for one that programs end in different places, or that has no end. */
function findCommentEnd(html: string, at: number): number {
  const close = html.indexOf('-->', at + 4);
  const text = html.slice(at + 4, close);
  return close === -1 || /^-?>|--!>/.test(text) ? -1 : close + 3;
}

/** Behind the tag, and behind the text of an element that has only text; -1 for one that is read in two ways. */
function readTag(html: string, at: number, names: Map<string, number>): number {
  const other = [DOCTYPE, DECLARATION, END_TAG].map((form) => match(form, html, at)).find((found) => found !== null);
  if (other !== undefined) return at + (other?.[0].length ?? 0);
  const start = match(START, html, at);
  if (start === null) return -1;
  let end = at + start[0].length;
  const attributes = new Set<string>();
  for (let next = match(ATTRIBUTE, html, end); next !== null; next = match(ATTRIBUTE, html, end)) {
    const attribute = (next[1] ?? '').toLowerCase();
    if (attributes.has(attribute)) return -1;
    attributes.add(attribute);
    end += next[0].length;
  }
  const close = match(TAG_END, html, end);
  if (close === null) return -1;
  end += close[0].length;
  const name = (start[1] ?? '').toLowerCase();
  names.set(name, (names.get(name) ?? 0) + 1);
  return TEXT_ONLY.has(name) ? findTextEnd(html, end, name) : end;
}

function findTextEnd(html: string, from: number, name: string): number {
  for (const end of html.slice(from).matchAll(TEXT_END)) if (end[1]?.toLowerCase() === name) return from + end.index;
  return -1;
}

function match(form: RegExp, html: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(html);
}

function countElements(nodes: readonly HtmlNode[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const visit = (node: HtmlNode): void => {
    if (node.kind !== 'element') return;
    const name = node.name.replace(/^(?:svg|math):/, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return counts;
}
