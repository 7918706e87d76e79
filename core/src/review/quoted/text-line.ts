export interface TextLine {
  /** Without marks of quotation in front. */
  readonly text: string;
  /** How many `>` stand before it, or how many `blockquote` it is in. */
  readonly depth: number;
}

/** Characters of a text that are looked at: threads that were quoted again and again reach a few hundred thousand. */
const MAX_TEXT_CHARS = 2 * 1024 * 1024;
/** Deeper nesting is noise, not quotation. */
const MAX_DEPTH = 50;

export function toPlainLines(text: string): readonly TextLine[] {
  return text
    .slice(0, MAX_TEXT_CHARS)
    .split(/\r\n|\n|\r/)
    .map(toLine);
}

/** `> > text` and `>>text` are both two deep. */
function toLine(line: string): TextLine {
  let depth = 0;
  let at = 0;
  for (let next = skipSpace(line, 0); line[next] === '>' && depth < MAX_DEPTH; next = skipSpace(line, at)) {
    depth += 1;
    at = next + 1;
  }
  if (depth > 0 && line[at] === ' ') at += 1;
  return { text: line.slice(at), depth };
}

function skipSpace(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at += 1;
  return at;
}

const BREAKING = new Set(['br', 'p', 'div', 'tr', 'li', 'table', 'hr', 'h1', 'h2', 'h3', 'h4', 'pre', 'blockquote']);
/** A blank line behind it: the paragraphs of a plain text. */
const PARAGRAPHS = new Set(['p', 'table', 'hr', 'blockquote']);
const UNSEEN = new Set(['style', 'script', 'head', 'title']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * Lines of an HTML text: enough to see where a quotation begins. Every character is met once, whatever the markup is.
 */
export function toHtmlLines(html: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let depth = 0;
  let text = '';
  let unseen: string | null = null;
  const end = (): void => {
    lines.push({ text: decodeEntities(text).trim(), depth: Math.min(depth, MAX_DEPTH) });
    text = '';
  };
  const source = html.slice(0, MAX_TEXT_CHARS);
  for (let at = 0; at < source.length; ) {
    const open = source.indexOf('<', at);
    const close = open < 0 ? -1 : source.indexOf('>', open);
    // A sign that opens no mark is text, and so is all that follows it.
    const next = close < 0 ? source.length : open;
    if (unseen === null) text += source.slice(at, next).replace(/\s+/g, ' ');
    if (close < 0) break;
    at = close + 1;
    const { name, isEnd } = readMark(source, open + 1, close);
    if (unseen !== null) {
      if (isEnd && name === unseen) unseen = null;
      continue;
    }
    if (UNSEEN.has(name) && !isEnd) unseen = name;
    if (!BREAKING.has(name)) continue;
    if (text.trim() !== '' || name === 'br') end();
    if (isEnd && PARAGRAPHS.has(name)) end();
    if (name === 'blockquote') depth = Math.max(0, depth + (isEnd ? -1 : 1));
  }
  end();
  return lines;
}

const MAX_NAME_CHARS = 12;

function readMark(source: string, from: number, to: number): { readonly name: string; readonly isEnd: boolean } {
  const isEnd = source[from] === '/';
  const start = isEnd ? from + 1 : from;
  const [name = ''] = /^[a-z0-9]*/i.exec(source.slice(start, Math.min(to, start + MAX_NAME_CHARS))) ?? [];
  return { name: name.toLowerCase(), isEnd };
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
  });
}
