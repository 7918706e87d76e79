import type { BlockWriter } from './block-writer.ts';

/** Elements whose content is not markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe', 'plaintext']);

const NAME = /[a-z][a-z0-9:-]{0,40}/iy;

const BREAKS = new Set(
  'address article blockquote br center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' '),
);
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));?/gi;
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** Writes the words of HTML that is too heavy for a browser: removes tags and starts a line per block. */
export function writeStrippedText(html: string, writer: BlockWriter): void {
  let line = '';
  const endLine = (): void => {
    if (line.trim() !== '') writer.line(0, line.trim());
    line = '';
  };
  for (const { kind, name, start, end } of readMarkup(html)) {
    if (writer.isFull) return;
    if (kind === 'text') line += decodeEntities(html.slice(start, end).replace(/\s+/g, ' '));
    else if (BREAKS.has(name)) endLine();
    else if (name === 'td' || name === 'th') line += ' ';
  }
  endLine();
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** A piece of HTML source, not interpreted as by a browser. */
interface MarkupToken {
  readonly kind: 'text' | 'open' | 'close';
  /** Lower-case name of a tag; empty for text. */
  readonly name: string;
  /** Offset in the HTML. */
  readonly start: number;
  readonly end: number;
}

/**
 * Splits any HTML into tags and text in linear time. Not a parser, but enough to extract words from what no browser
 * should parse.
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
