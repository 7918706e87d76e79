import { isDarkColour, isWhiteBackground } from './allowed-colour.ts';
import { isAllowedStyle, measureSpace } from './allowed-style.ts';
import { isTargetOf, type LinkNote, readGatewayLink, readOwnLink } from './gateway-links.ts';
import { type HtmlElement, type HtmlNode, isBlock } from './html-node.ts';
import { isPixel } from './pixel.ts';

/** What mail programs say about a document; none of it is shown. */
const NAMES: ReadonlySet<string> = new Set(['generator', 'progid', 'originator', 'viewport', 'format-detection']);

/** Charsets in which ASCII is ASCII: a program that believes it shows other letters, but no other words. */
const CHARSET = '(?:utf-?8|us-ascii|iso-8859-1|iso-8859-15|windows-1252)';
const ONLY_CHARSET = new RegExp(`^${CHARSET}$`, 'i');
const CONTENT_TYPE = new RegExp(`^text/html(?:; ?charset=${CHARSET})?$`, 'i');

/** A width that is not the screen's, or a scale, moves words off it. */
const VIEWPORT = /^width=device-width(?:, ?initial-scale=1(?:\.0+)?)?$/i;

/** What programs and gateways made clickable or put beside the issued words. */
export type MarkupNote =
  | LinkNote
  /** A picture of one pixel, by which somebody counts readers. */
  | { readonly kind: 'pixel' }
  /** Apple's programs made dates and places open something on the reader's device. */
  | { readonly kind: 'detectors' };

/** Words that a reader sees, of mark-up in which nothing can hide, move or replace any. */
export interface AllowedWords {
  /** With a line end where a block begins or ends. */
  readonly text: string;
  readonly notes: readonly MarkupNote[];
}

/** What is not allowed, as inert words for a person. */
export interface MarkupFinding {
  readonly nature: 'hidden-words' | 'active-element' | 'link-target' | 'remote-content' | 'direction';
  readonly detail: string;
}

const ELEMENTS: ReadonlySet<string> = new Set(
  'html body div p br span b strong i em u font code tt h1 h2 h3 h4 h5 h6 blockquote a center o:p'.split(' '),
);
/** For earlier notices, whose item marks the page draws. Never with a custom number. */
const LIST_ELEMENTS: ReadonlySet<string> = new Set(['ul', 'ol', 'li']);
const REMOTE: ReadonlySet<string> = new Set('img link iframe video audio source picture object embed'.split(' '));
/** Maximum nesting of blocks: more would shift words off the page. */
const BLOCK_DEPTH = 10;
/** Maximum total pixels of nested elements, all sides together: more would move words off a small screen. */
const SPACE_AROUND = 200;
/** Margins that browsers give. Of Word's own classes the sheet may give as much as one paragraph of a list has. */
const OWN_SPACE: Readonly<Record<string, number>> = { blockquote: 80, ul: 40, ol: 40 };
const WORD_CLASS_SPACE = 60;
/** Line ends and empty blocks that may stand together, as in plain text: more push words off the screen. */
const EMPTY_LINES = 3;
const SPACES_TOGETHER = 8;
const WORD_CONDITION =
  /^\[if [!()&|\w .]{1,40}\]>\s*<xml>[^<>]*(?:<\/?[ovw]:[\w]+(?: [\w:]+="[\w .,%-]*")*\s*\/?>[\w\s.-]*)*<\/xml>\s*<!\[endif\]$/;

/**
 * Attributes, the one element that may have them (null: each), and the values that they may have, in lower case with
 * single blanks. Where a gateway says that a link led (`originalsrc`) is shown by no program, and compared with the
 * link.
 */
const ATTRIBUTES: readonly (readonly [
  names: RegExp,
  on: string | null,
  allows: (value: string) => boolean,
  nature: MarkupFinding['nature'],
])[] = [
  [/^(?:class|id|lang|xml:lang|xmlns(?::.*)?)$/, null, () => true, 'hidden-words'],
  [/^style$/, null, isAllowedStyle, 'hidden-words'],
  [/^dir$/, null, (value) => value === 'ltr', 'direction'],
  [/^align$/, null, (value) => /^(?:left|justify|center)$/.test(value), 'hidden-words'],
  [/^(?:href|target|rel)$/, 'a', () => true, 'remote-content'],
  [/^(?:originalsrc|shash|x-apple-data-detectors(?:-type|-result)?)$/, 'a', () => true, 'hidden-words'],
  [/^data-(?:auth|linkindex)$/, 'a', (value) => /^(?:notapplicable|verified|\d{1,4})$/.test(value), 'hidden-words'],
  [/^face$/, 'font', (value) => isAllowedStyle(`font-family:${value}`), 'hidden-words'],
  [/^color$/, 'font', (value) => isAllowedStyle(`color:${value}`), 'hidden-words'],
  [/^size$/, 'font', (value) => /^[2-5]$/.test(value), 'hidden-words'],
  [/^bgcolor$/, 'body', isWhiteBackground, 'hidden-words'],
  [/^(?:text|[va]?link)$/, 'body', isDarkColour, 'hidden-words'],
];

/** Reads words by allowed markup; null words for anything else, with the first problem. Sheets are judged apart. */
export function readAllowedWords(
  nodes: readonly HtmlNode[],
  hasLists: boolean,
): { readonly words: AllowedWords | null; readonly finding: MarkupFinding | null } {
  const reader = new AllowedReader(hasLists);
  reader.readAll(nodes, 0, 0);
  const finding = reader.finding ?? findPushed(reader.text);
  const words = { text: reader.text, notes: [...reader.notes.values()] };
  return { words: finding === null ? words : null, finding };
}

/** Words far below or beside the rest are only read by scrolling. */
export function findPushed(text: string, lineEnds: number = EMPTY_LINES * 2): MarkupFinding | null {
  const shown = text.trim();
  if (new RegExp(`(?:\\n[^\\S\\n]*){${lineEnds + 1}}`).test(shown))
    return { nature: 'hidden-words', detail: `more than ${EMPTY_LINES} empty lines` };
  if (new RegExp(`[^\\S\\n]{${SPACES_TOGETHER + 1}}`).test(shown))
    return { nature: 'hidden-words', detail: `more than ${SPACES_TOGETHER} blanks` };
  return null;
}

class AllowedReader {
  text = '';
  finding: MarkupFinding | null = null;
  readonly notes = new Map<string, MarkupNote>();
  readonly #hasLists: boolean;

  constructor(hasLists: boolean) {
    this.#hasLists = hasLists;
  }

  readAll(nodes: readonly HtmlNode[], blocks: number, space: number): void {
    for (const node of nodes) {
      if (this.finding !== null) return;
      if (node.kind === 'text') this.text += node.text.replace(/[\t\n\f\r ]+/g, ' ');
      else if (node.kind === 'comment') this.#takeComment(node.text);
      else this.#take(node, blocks, space);
    }
  }

  #take(element: HtmlElement, blocks: number, around: number): void {
    const { name } = element;
    if (name === 'style' || (name === 'meta' && isAllowedMeta(element))) return;
    if (name === 'img' && isPixel(element.attributes)) {
      this.#note({ kind: 'pixel' });
      return;
    }
    // What programs show of a title is not among the words.
    if (name === 'head') {
      this.readAll(
        element.children.filter((node) => node.kind !== 'element' || node.name !== 'title'),
        blocks,
        around,
      );
      return;
    }
    if (!ELEMENTS.has(name) && !(this.#hasLists && LIST_ELEMENTS.has(name))) {
      this.#find(REMOTE.has(name) ? 'remote-content' : 'active-element', `<${name}>`);
      return;
    }
    if (name === 'br') this.text += '\n';
    const isLine = isBlock(element) && name !== 'br' && name !== 'html';
    if (isLine && blocks >= BLOCK_DEPTH) this.#find('hidden-words', `<${name}> in ${BLOCK_DEPTH} others`);
    for (const [attribute, value] of element.attributes) this.#takeAttribute(element, attribute, value);
    const space = around + toOwnSpace(element);
    // An inline element needs none: nothing ends the line between a hundred of them.
    if (space > (isLine ? SPACE_AROUND : around)) this.#find('hidden-words', `<${name}> moved aside`);
    if (isLine) this.text += '\n';
    const from = this.text.length;
    this.readAll(element.children, blocks + (isLine ? 1 : 0), space);
    if (name === 'a') this.#takeLink(element, this.text.slice(from));
    if (isLine) this.text += '\n';
  }

  #takeAttribute({ name: element }: HtmlElement, name: string, value: string): void {
    const plain = value.trim().toLowerCase().replace(/\s+/g, ' ');
    const [, on, allows, nature] = ATTRIBUTES.find(([names]) => names.test(name)) ?? [];
    if (allows?.(plain) === true && (on === null || on === element)) return;
    this.#find(nature ?? (name.startsWith('on') ? 'active-element' : 'hidden-words'), `${name}=${value}`);
  }

  #takeLink({ attributes }: HtmlElement, words: string): void {
    const [href, original] = ['href', 'originalsrc'].map((name) => attributes.find(([known]) => known === name)?.[1]);
    if (href !== undefined && /^x-apple-data-detectors:(?:\/\/)?[\w/]{0,40}$/.test(href)) {
      this.#note({ kind: 'detectors' });
      return;
    }
    const led = href === undefined ? null : (readGatewayLink(href)?.kept ?? href);
    if (original !== undefined && (led === null || !isTargetOf(original, led)))
      this.#find('link-target', `${words.trim()} → ${original}`);
    if (href === undefined) return;
    const own = readOwnLink(words.trim(), href);
    if (own === null) this.#find('link-target', `${words.trim()} → ${href}`);
    else this.#note(own);
  }

  #note(note: MarkupNote): void {
    this.notes.set(JSON.stringify(note), note);
  }

  /** Word's own settings are shown nowhere; every other conditional comment is words for one program. */
  #takeComment(comment: string): void {
    const text = comment.trim();
    if (/\[\s*(?:if|endif)/i.test(text) && !WORD_CONDITION.test(text)) this.#find('hidden-words', text);
  }

  #find(nature: MarkupFinding['nature'], detail: string): void {
    this.finding ??= { nature, detail: detail.slice(0, DETAIL_UNITS) };
  }
}

const DETAIL_UNITS = 160;

function toOwnSpace({ name, attributes }: HtmlElement): number {
  const value = (wanted: string): string => attributes.find(([known]) => known === wanted)?.[1] ?? '';
  const style = value('style');
  const isWord = name === 'div' && /mso/i.test(value('class'));
  const own = /margin|padding/i.test(style) ? 0 : (OWN_SPACE[name] ?? 0);
  return measureSpace(style.split(';')) + own + (isWord ? WORD_CLASS_SPACE : 0);
}

/** Whether a `meta` element says nothing but charset, content type or the program that wrote it. */
export function isAllowedMeta({ attributes }: HtmlElement): boolean {
  const values = new Map(attributes);
  const content = values.get('content') ?? '';
  const names = [...values.keys()].sort().join();
  if (names === 'charset') return ONLY_CHARSET.test((values.get('charset') ?? '').trim());
  if (names === 'content,http-equiv')
    return values.get('http-equiv')?.toLowerCase() === 'content-type' && CONTENT_TYPE.test(content.trim());
  if (names !== 'content,name') return false;
  const name = values.get('name')?.toLowerCase() ?? '';
  return NAMES.has(name) && (name !== 'viewport' || VIEWPORT.test(content.trim()));
}
