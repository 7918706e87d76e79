/** A stretch of html as it is written, without what a browser would make of it. */
export interface MarkupToken {
  readonly kind: 'text' | 'open' | 'close';
  /** Lower-case name of a tag; empty for text. */
  readonly name: string;
  /** Where it stands in the html. */
  readonly start: number;
  readonly end: number;
}

/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe', 'plaintext']);
const NAME = /[a-z][a-z0-9:-]{0,40}/iy;

/**
 * Cuts html into tags and text in one pass and in linear time, whatever it holds. It is no parser: it sees enough to
 * take the words out of what no browser should read.
 */
export function* readMarkup(html: string): Iterable<MarkupToken> {
  let from = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    const isClose = html.charCodeAt(at + 1) === 0x2f;
    NAME.lastIndex = at + (isClose ? 2 : 1);
    const name = NAME.exec(html)?.[0].toLowerCase();
    const isMarkup = name !== undefined || /[!?/]/.test(html.charAt(at + 1));
    if (!isMarkup) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > from) yield { kind: 'text', name: '', start: from, end: at };
    const end = findEnd(html, at);
    if (name !== undefined) yield { kind: isClose ? 'close' : 'open', name, start: at, end };
    from = name !== undefined && !isClose && RAW.has(name) ? findRawEnd(html, end, name) : end;
    at = html.indexOf('<', from);
  }
  if (from < html.length) yield { kind: 'text', name: '', start: from, end: html.length };
}

function findEnd(html: string, at: number): number {
  const isComment = html.startsWith('<!--', at);
  const close = html.indexOf(isComment ? '-->' : '>', at);
  return close === -1 ? html.length : close + (isComment ? 3 : 1);
}

function findRawEnd(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}
