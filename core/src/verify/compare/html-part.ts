import type { Runtime } from '@candor/core/base';
import { readAllWords, readUnlinkedWords } from '../html/all-words.ts';
import { type AllowedWords, readAllowedWords } from '../html/allowed-markup.ts';
import { findDocument, type HtmlElement, type HtmlNode, isSpace, type ParseHtml } from '../html/html-node.ts';
import { isInert } from '../html/inert.ts';
import { type ElementNames, isAllowedSheet } from '../html/style-sheet.ts';
import { isSameTree } from '../html/twin-tree.ts';
import type { Addition, HarmlessNote } from './change.ts';
import { toAddition } from './compare-words.ts';
import { type ComparedWords, isSame, toChangedWords, toCompared } from './text-part.ts';
import { findWords, toWordText, type WordText } from './words.ts';

/** The issued HTML. Notices of the first record version only have its digest. */
export interface IssuedHtml {
  readonly twin: string | null;
  /** SHA-256 of its bytes, hex. */
  readonly digest: string;
  /** Its words: the text's, or the text's without the marks of lists where its lists draw them. */
  readonly words: WordText;
  readonly hasLists: boolean;
}

export interface HtmlTools {
  readonly parseHtml: ParseHtml;
  readonly sha256Hex: Runtime['sha256Hex'];
}

const SHOWN_UNITS = 160;
const LARGE = { nature: 'hidden-words', detail: 'more levels or elements than mail has' } as const;
const FRAMES = { nature: 'active-element', detail: '<frameset>' } as const;

/**
 * Compares HTML node by node, then by allowed markup, then as additions around the issued words. Anything else is
 * changed.
 */
export function compareHtml(tools: HtmlTools, issued: IssuedHtml, html: string): ComparedWords {
  const nodes = tools.parseHtml(html);
  if (nodes !== null && isIssued(tools, issued, html, nodes)) return toCompared('issued');
  const document = nodes === null ? null : findDocument(nodes);
  if (nodes === null || document === null)
    return toChangedWords('html', issued.words, toWordText(readAllWords(nodes ?? [])), nodes === null ? LARGE : FRAMES);
  const { words, finding } = readAllowedWords(nodes, issued.hasLists);
  const sheet = listSheets(nodes).find((css) => !isAllowedSheet(css, null, null));
  if (sheet === undefined && words !== null && isSame(issued.words, toWordText(words.text)))
    return toRewritten(words.notes);
  const around = findAround(issued, nodes, document);
  if (around !== null) return around;
  const all = toWordText(readAllWords(nodes));
  const odd = sheet === undefined ? finding : ({ nature: 'hidden-words', detail: sheet } as const);
  // The words are there, but not separate from what surrounds them.
  const mixed = { nature: 'hidden-words', detail: all.lines.join('\n') } as const;
  const reason = odd ?? (findWords(all.words, issued.words.words) === -1 ? null : mixed);
  const shown = reason === null ? null : { ...reason, detail: reason.detail.trim().slice(0, SHOWN_UNITS) };
  return toChangedWords('html', issued.words, all, shown);
}

/** The same visible words in mark-up in which nothing can hide any. */
function toRewritten(links: readonly HarmlessNote[]): ComparedWords {
  const isReplaced = links.some(({ kind }) => kind === 'links-replaced');
  return toCompared(isReplaced ? 'replaced' : 'rewritten', [{ kind: 'html-rewritten' }, ...links]);
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

/** The text of every style element, at any depth. */
function listSheets(nodes: readonly HtmlNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'element') return [];
    if (node.name !== 'style') return listSheets(node.children);
    return [node.children.map((child) => (child.kind === 'text' ? child.text : '')).join('')];
  });
}

/** Elements around the issued words, one in the other, that are looked into. */
const CONTAINERS = 12;

/**
 * What precedes and follows the issued words, if they are complete in adjacent elements of allowed markup, inside
 * allowed containers only. Otherwise null.
 */
function findAround(
  issued: IssuedHtml,
  nodes: readonly HtmlNode[],
  { html, head, body }: { readonly html: HtmlElement; readonly head: HtmlElement; readonly body: HtmlElement },
): ComparedWords | null {
  const [before, after]: [HtmlNode[], HtmlNode[]] = [[], []];
  const containers = [withoutContent(html)];
  for (let into: HtmlElement | null = body; into !== null && containers.length <= CONTAINERS; ) {
    containers.push(withoutContent(into));
    const split = splitAround(issued, into.children);
    if (split === null) return null;
    before.push(...split.before);
    after.unshift(...split.after);
    if (split.words !== null) {
      const beside = [...nodes, ...html.children].filter((node) => node.kind === 'comment' || node === head);
      const isPlain = readAllowedWords([...containers, ...beside], issued.hasLists).finding === null;
      const [own, foreign] = [listNames([...containers, ...split.own]), listNames([...before, ...after])];
      if (!isPlain || !listSheets(nodes).every((css) => isAllowedSheet(css, foreign, own))) return null;
      const additions = toAdditions(before, after);
      return additions === null ? null : { ...toCompared('added', split.words.notes), additions };
    }
    into = split.into;
  }
  return null;
}

/**
 * Neighbours with what stands before and behind them. `words` are those of `own`, which has exactly the issued ones.
 */
interface Split {
  readonly before: readonly HtmlNode[];
  readonly own: readonly HtmlNode[];
  readonly words: AllowedWords | null;
  /** The neighbour that has them and more; null where `own` has them. */
  readonly into: HtmlElement | null;
  readonly after: readonly HtmlNode[];
}

/** Which neighbours contain exactly the issued words, or which one contains them and more. */
function splitAround(
  { words: { words: ours }, words: issued, hasLists }: IssuedHtml,
  nodes: readonly HtmlNode[],
): Split | null {
  const counts = nodes.map((node) => toWordText(readUnlinkedWords([node])).words);
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
    if (words === null || !isSame(issued, toWordText(words.text))) continue;
    return { before: nodes.slice(0, start), own, words, into: null, after: nodes.slice(end) };
  }
  const at = counts.findIndex((words) => words.length >= ours.length);
  const into = nodes[at];
  if (into?.kind !== 'element' || !hasAll(counts[at] ?? [], ours)) return null;
  return { before: nodes.slice(0, at), own: [], words: null, into, after: nodes.slice(at + 1) };
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
