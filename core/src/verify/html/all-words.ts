import { type HtmlElement, type HtmlNode, isBlock } from './html-node.ts';
import { isPixel } from './pixel.ts';

const UNSHOWN: ReadonlySet<string> = new Set(['script', 'style', 'title', 'head', 'template', 'noframes', 'noembed']);
/** Attributes whose words some program shows: in place of a picture, above the pointer, inside a field. */
const SPOKEN = ['alt', 'title', 'aria-label', 'placeholder', 'value', 'summary', 'label'] as const;

/**
 * Every word that HTML could show, including hidden ones, with line ends at block boundaries: additions to a notice are
 * reported completely. Pictures are `[picture]`, links their words and `→ target` if different.
 */
export function readAllWords(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => writeNode(node, true)).join('');
}

/** The same without the targets of links, which are judged elsewhere. */
export function readUnlinkedWords(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => writeNode(node, false)).join('');
}

function writeNode(node: HtmlNode, hasTargets: boolean): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'comment') return /\[\s*if/i.test(node.text) ? ` ${node.text} ` : '';
  const { name, attributes } = node;
  if (UNSHOWN.has(name)) return '';
  if (name === 'br') return '\n';
  const spoken = attributes
    .filter(([attribute, value]) => SPOKEN.some((known) => known === attribute) && value.trim() !== '')
    .map(([, value]) => ` ${value} `)
    .join('');
  const inner = writeNodesOf(node, hasTargets);
  return isBlock(node) ? `\n${spoken}${inner}\n` : `${spoken}${inner}`;
}

function writeNodesOf({ name, children, attributes }: HtmlElement, hasTargets: boolean): string {
  const words = children.map((node) => writeNode(node, hasTargets)).join('');
  const attribute = (wanted: string): string => attributes.find(([known]) => known === wanted)?.[1] ?? '';
  if (name === 'img' || name === 'svg:svg') return isPixel(attributes) ? '' : ' [picture] ';
  const target = name === 'a' && hasTargets ? attribute('href').trim() : '';
  return target === '' || isSameWords(target, words) ? words : `${words} → ${target} `;
}

function isSameWords(target: string, words: string): boolean {
  return target.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '') === words.trim();
}
