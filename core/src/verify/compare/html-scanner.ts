/** One thing that stands in html. Names are in lower case, values as they are written. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: readonly (readonly [name: string, value: string])[];
    }
  | { readonly kind: 'close'; readonly name: string }
  /** What stands inside an element whose content is no markup. */
  | { readonly kind: 'raw'; readonly name: string; readonly text: string };

/** Elements whose content is text up to their own end tag (HTML Standard, raw text and RCDATA). */
const RAW = new Set(['style', 'script', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']);
const LETTER = /[a-zA-Z]/;
const SPACE = /[\t\n\f\r ]/;

/**
 * Takes html apart as browsers do (HTML Standard, section 13.2.5): where a quote begins a value and where it does not, how comments end, what
 * is dropped. A reader that saw other words than the person sees would be worth nothing. Every character is looked at once.
 */
export function scanHtml(html: string, take: (token: HtmlToken) => void): void {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      take({ kind: 'text', text: html.slice(at) });
      return;
    }
    if (open > at) take({ kind: 'text', text: html.slice(at, open) });
    at = scanMarkup(html, open, take);
  }
}

function scanMarkup(html: string, open: number, take: (token: HtmlToken) => void): number {
  const next = html[open + 1] ?? '';
  if (html.startsWith('<!--', open)) return scanComment(html, open + 4, take);
  if (LETTER.test(next)) return scanOpenTag(html, open + 1, take);
  if (next === '/' && LETTER.test(html[open + 2] ?? '')) {
    const tag = scanTag(html, open + 2);
    if (tag.isWhole) take({ kind: 'close', name: tag.name });
    return tag.end;
  }
  if (next === '!' || next === '?' || next === '/') {
    const end = html.indexOf('>', open);
    return end === -1 ? html.length : end + 1;
  }
  take({ kind: 'text', text: '<' });
  return open + 1;
}

function scanComment(html: string, from: number, take: (token: HtmlToken) => void): number {
  if (html[from] === '>') return from + 1;
  if (html.startsWith('->', from)) return from + 2;
  const ends = ['-->', '--!>']
    .map((mark) => ({ at: html.indexOf(mark, from), length: mark.length }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at);
  const end = ends[0] ?? { at: html.length, length: 0 };
  take({ kind: 'comment', text: html.slice(from, end.at) });
  return end.at + end.length;
}

function scanOpenTag(html: string, from: number, take: (token: HtmlToken) => void): number {
  const tag = scanTag(html, from);
  if (!tag.isWhole) return tag.end;
  take({ kind: 'open', name: tag.name, attributes: tag.attributes });
  if (!RAW.has(tag.name)) return tag.end;
  const end = findRawEnd(html, tag.end, tag.name);
  take({ kind: 'raw', name: tag.name, text: html.slice(tag.end, end) });
  return end;
}

function findRawEnd(html: string, from: number, name: string): number {
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2)) {
    const after = html[at + 2 + name.length] ?? '';
    const isName = html.slice(at + 2, at + 2 + name.length).toLowerCase() === name;
    if (isName && (after === '>' || after === '/' || SPACE.test(after))) return at;
  }
  return html.length;
}

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly end: number;
  /** Html that ends inside a tag drops it. */
  readonly isWhole: boolean;
}

function scanTag(html: string, from: number): Tag {
  let at = skip(html, from, (unit) => !SPACE.test(unit) && unit !== '/' && unit !== '>');
  const name = html.slice(from, at).toLowerCase();
  const attributes: (readonly [string, string])[] = [];
  for (;;) {
    at = skip(html, at, (unit) => SPACE.test(unit) || unit === '/');
    if (at >= html.length) return { name, attributes, end: html.length, isWhole: false };
    if (html[at] === '>') return { name, attributes, end: at + 1, isWhole: true };
    const start = at;
    // An equals sign at the start of a name belongs to it.
    at = skip(html, at + 1, (unit) => !SPACE.test(unit) && unit !== '/' && unit !== '>' && unit !== '=');
    const attribute = html.slice(start, at).toLowerCase();
    const equals = skip(html, at, (unit) => SPACE.test(unit));
    if (html[equals] !== '=') {
      attributes.push([attribute, '']);
      continue;
    }
    const value = scanValue(
      html,
      skip(html, equals + 1, (unit) => SPACE.test(unit)),
    );
    attributes.push([attribute, value.text]);
    at = value.end;
  }
}

function scanValue(html: string, from: number): { readonly text: string; readonly end: number } {
  const quote = html[from];
  if (quote === '"' || quote === "'") {
    const end = html.indexOf(quote, from + 1);
    if (end === -1) return { text: html.slice(from + 1), end: html.length };
    return { text: html.slice(from + 1, end), end: end + 1 };
  }
  const end = skip(html, from, (unit) => !SPACE.test(unit) && unit !== '>');
  return { text: html.slice(from, end), end };
}

function skip(html: string, from: number, isSkipped: (unit: string) => boolean): number {
  let at = from;
  while (at < html.length && isSkipped(html[at] ?? '')) at += 1;
  return at;
}
