import type { Runtime } from '@candor/core/base';
import { readAllWords, readUnlinkedWords } from '../html/all-words.ts';
import { type AllowedWords, type MarkupFinding, readAllowedWords } from '../html/allowed-markup.ts';
import {
  findDocument,
  findElement,
  type HtmlElement,
  type HtmlNode,
  isSpace,
  type ParseHtml,
} from '../html/html-node.ts';
import { isPixel } from '../html/pixel.ts';
import { type ElementNames, isAllowedSheet } from '../html/style-sheet.ts';
import { isSameTree } from '../html/twin-tree.ts';
import { type Addition, type Change, toPlainLine } from './change.ts';
import { toAddition } from './compare-words.ts';
import { compareWords } from './text-part.ts';
import { toWordText, type WordText } from './words.ts';

/** What the HTML of a received message is. */
export type HtmlPart =
  | { readonly state: 'issued' }
  /** The same visible words in mark-up in which nothing can hide any. */
  | { readonly state: 'rewritten'; readonly links: HtmlLinks }
  /** The same words; where some of the links lead, only a gateway can tell. */
  | { readonly state: 'replaced'; readonly links: HtmlLinks }
  | { readonly state: 'added'; readonly links: HtmlLinks; readonly additions: readonly Addition[] }
  | { readonly state: 'changed'; readonly changes: readonly Change[]; readonly shared: number };

/** What programs and gateways made clickable or put beside the issued words. */
export type HtmlLinks = Omit<AllowedWords, 'text'>;

/** The issued HTML. Notices of the first record version only have its digest. */
export interface IssuedHtml {
  readonly twin: string | null;
  /** SHA-256 of its bytes, hex. */
  readonly digest: string;
  /** Its words: the text's, or the text's without the marks of lists where its lists draw them. */
  readonly words: readonly WordText[];
  readonly hasLists: boolean;
}

export interface HtmlTools {
  readonly parseHtml: ParseHtml;
  readonly sha256Hex: Runtime['sha256Hex'];
}

/**
 * Compares HTML node by node, then by allowed markup, then as additions around the issued words. Anything else is
 * changed.
 */
export function compareHtml(tools: HtmlTools, issued: IssuedHtml, html: string): HtmlPart {
  const nodes = tools.parseHtml(html);
  if (nodes === null)
    return toChanged(issued, null, { nature: 'hidden-words', detail: 'more levels or elements than mail has' });
  if (isIssued(tools, issued, html, nodes)) return { state: 'issued' };
  const document = findDocument(nodes);
  if (document === null) return toChanged(issued, nodes, { nature: 'active-element', detail: '<frameset>' });
  const sheet = findSheet([document.head], null, null);
  const whole = readAllowedWords([withoutSheets(document.body)], issued.hasLists);
  const inBody = findSheet([document.body], null, null);
  const stray = findStray(nodes, document.html);
  const problem = stray ?? sheet ?? inBody ?? checkHead(document.head, issued.hasLists) ?? whole.finding;
  if (problem === null && whole.words !== null && compareWords('html', issued.words, whole.words.text).is === 'same')
    return { state: whole.words.closedGateway === null ? 'rewritten' : 'replaced', links: whole.words };
  const around = stray === null ? findAround(issued, document) : null;
  if (around !== null) return { state: 'added', ...around };
  return toChanged(issued, nodes, problem);
}

function isIssued(
  { parseHtml, sha256Hex }: HtmlTools,
  { twin, digest }: IssuedHtml,
  html: string,
  nodes: readonly HtmlNode[],
): boolean {
  if (twin !== null) {
    const ours = parseHtml(twin);
    return ours !== null && isSameTree(nodes, ours);
  }
  const lines = html.replace(/\r\n?/g, '\n');
  return (
    sha256Hex(lines) === digest || sha256Hex(`${lines}\n`) === digest || sha256Hex(lines.replace(/\n$/, '')) === digest
  );
}

/** Ignores white space and harmless conditional comments. */
function findStray(nodes: readonly HtmlNode[], html: HtmlElement): MarkupFinding | null {
  const beside = [...nodes, ...html.children].filter((node) => node.kind === 'comment');
  return readAllowedWords(beside, false).finding;
}

/** The head holds `meta`, a title and allowed sheets, and nothing that loads. */
function checkHead({ children }: HtmlElement, hasLists: boolean): MarkupFinding | null {
  const rest = children.filter(
    (node) => !(node.kind === 'element' && (node.name === 'title' || node.name === 'style')) && !isSpace(node),
  );
  return readAllowedWords(rest, hasLists).finding;
}

/** The first style element, at any depth, that could do something to words. */
function findSheet(
  nodes: readonly HtmlNode[],
  foreign: ElementNames | null,
  own: ElementNames | null,
): MarkupFinding | null {
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    if (node.name === 'style') {
      const css = node.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
      if (!isAllowedSheet(css, foreign, own))
        return { nature: 'hidden-words', detail: css.trim().slice(0, SHOWN_UNITS) };
    }
    const inner = findSheet(node.children, foreign, own);
    if (inner !== null) return inner;
  }
  return null;
}

const SHOWN_UNITS = 160;

/** Style elements are judged separately; the rest is words and markup. */
function withoutSheets(element: HtmlElement): HtmlElement {
  return {
    ...element,
    children: element.children
      .filter((node) => !(node.kind === 'element' && node.name === 'style'))
      .map((node) => (node.kind === 'element' ? withoutSheets(node) : node)),
  };
}

/**
 * What precedes and follows the issued words, if they are complete in adjacent elements of allowed markup, inside
 * allowed containers only. Otherwise null.
 */
function findAround(
  issued: IssuedHtml,
  { head, body }: { readonly head: HtmlElement; readonly body: HtmlElement },
): { readonly additions: readonly Addition[]; readonly links: HtmlLinks } | null {
  const around: { readonly before: HtmlNode[]; readonly after: HtmlNode[] } = { before: [], after: [] };
  const containers: HtmlElement[] = [];
  let container = withoutSheets(body);
  while (containers.length < CONTAINERS) {
    containers.push(container);
    const split = splitAround(issued, container.children);
    if (split === null) return null;
    around.before.push(...split.before);
    around.after.unshift(...split.after);
    if (split.is === 'found') {
      const isPlain = readAllowedWords(containers.map(withoutContent), issued.hasLists).finding === null;
      const own = listNames([...containers.map(withoutContent), ...split.own]);
      const foreign = listNames([...around.before, ...around.after]);
      if (!isPlain || findSheet([head, body], foreign, own) !== null) return null;
      const additions = toAdditions(around.before, around.after);
      return additions === null ? null : { additions, links: split.links };
    }
    container = split.into;
  }
  return null;
}

/** Elements around the issued words, one in the other, that are looked into. */
const CONTAINERS = 12;

type Split =
  | {
      readonly is: 'found';
      readonly before: readonly HtmlNode[];
      readonly own: readonly HtmlNode[];
      readonly links: HtmlLinks;
      readonly after: readonly HtmlNode[];
    }
  | {
      readonly is: 'inside';
      readonly before: readonly HtmlNode[];
      readonly into: HtmlElement;
      readonly after: readonly HtmlNode[];
    };

/** Which neighbours contain exactly the issued words, or which one contains them and more. */
function splitAround({ words: issued, hasLists }: IssuedHtml, nodes: readonly HtmlNode[]): Split | null {
  const counts = nodes.map((node) => toWordText(readUnlinkedWords([node])).words);
  for (const { words: ours } of issued) {
    let [end, length] = [0, 0];
    for (let start = 0; start < nodes.length; start += 1) {
      while (end < nodes.length && length < ours.length) {
        length += counts[end]?.length ?? 0;
        end += 1;
      }
      const [isWhole, first] = [length === ours.length, counts[start] ?? []];
      length -= first.length;
      if (!isWhole || first[0]?.text !== ours[0]?.text) continue;
      const own = nodes.slice(start, end);
      const { words } = readAllowedWords(own, hasLists);
      if (words === null || compareWords('html', issued, words.text).is !== 'same') continue;
      return { is: 'found', before: nodes.slice(0, start), own, links: words, after: nodes.slice(end) };
    }
    const at = counts.findIndex((words) => words.length >= ours.length);
    const into = nodes[at];
    if (into?.kind === 'element' && hasAll(counts[at] ?? [], ours))
      return { is: 'inside', before: nodes.slice(0, at), into, after: nodes.slice(at + 1) };
  }
  return null;
}

function hasAll(words: WordText['words'], ours: WordText['words']): boolean {
  const known = new Set(words.map(({ text }) => text));
  return ours.every(({ text }) => known.has(text));
}

function withoutContent(element: HtmlElement): HtmlElement {
  return { ...element, children: [] };
}

function listNames(nodes: readonly HtmlNode[]): ElementNames {
  const names = { classes: new Set<string>(), ids: new Set<string>() };
  const visit = (node: HtmlNode): void => {
    if (node.kind !== 'element') return;
    for (const [name, value] of node.attributes) {
      if (name === 'class') for (const one of value.split(/\s+/)) names.classes.add(one);
      if (name === 'id') names.ids.add(value);
    }
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return names;
}

/**
 * What may stand around a notice: words and their layout, tables and lines too. Whatever loads, asks or acts makes it
 * another message.
 */
const AROUND: ReadonlySet<string> = new Set(
  'html body div p br hr span b strong i em u s small big sub sup font code tt pre h1 h2 h3 h4 h5 h6 blockquote a center o:p ul ol li table thead tbody tfoot tr td th colgroup col section header footer style meta'.split(
    ' ',
  ),
);

function isInert(node: HtmlNode): boolean {
  if (node.kind === 'text') return true;
  if (node.kind === 'comment') return !/\[\s*if/i.test(node.text);
  if (node.name === 'img') return isPixel(node.attributes);
  const isQuiet = node.attributes.every(([name]) => !name.startsWith('on') && name !== 'src' && name !== 'background');
  return isQuiet && AROUND.has(node.name) && node.children.every(isInert);
}

/** Null when the addition has no words, or does more than show them: then it has another purpose. */
function toAdditions(before: readonly HtmlNode[], after: readonly HtmlNode[]): readonly Addition[] | null {
  if (![...before, ...after].every(isInert)) return null;
  const additions = (['before', 'after'] as const).flatMap((where) => {
    const nodes = where === 'before' ? before : after;
    const words = toWordText(readAllWords(nodes));
    const addition = toAddition('html', where, words.words, words);
    if (addition !== null) return [addition];
    return nodes.every((node) => isSpace(node) || readAllowedWords([node], false).finding === null) ? [] : [null];
  });
  const whole = additions.filter((addition) => addition !== null);
  return whole.length === additions.length && whole.length > 0 ? whole : null;
}

/** Other words, or words that can hide something. */
function toChanged({ words }: IssuedHtml, nodes: readonly HtmlNode[] | null, finding: MarkupFinding | null): HtmlPart {
  const body = nodes === null ? null : (findDocument(nodes)?.body ?? findElement(nodes, 'html'));
  const text = body === null ? '' : readAllWords(body.children);
  const compared = compareWords('html', words, text);
  const found: readonly Change[] =
    finding === null
      ? []
      : [{ place: 'html', nature: finding.nature, issued: null, received: toPlainLine(finding.detail) }];
  if (compared.is === 'changed')
    return { state: 'changed', changes: [...found, ...compared.changes], shared: compared.shared };
  // The words are there, but not separate from what surrounds them.
  const odd: readonly Change[] =
    found.length > 0
      ? found
      : [
          {
            place: 'html',
            nature: 'hidden-words',
            issued: null,
            received: toPlainLine(text.trim().slice(0, SHOWN_UNITS)),
          },
        ];
  return { state: 'changed', changes: odd, shared: 1 };
}
