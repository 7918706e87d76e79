import { isAllowedMeta } from './allowed-markup.ts';
import type { HtmlElement, HtmlNode } from './html-node.ts';
import { isPixel } from './pixel.ts';

/**
 * The content that may stand around a notice: words and their layout, tables and lines too. Content that loads, asks
 * or acts makes it another message.
 */
const AROUND: ReadonlySet<string> = new Set(
  'html body div p br hr span b strong i em u s small big sub sup font code tt pre h1 h2 h3 h4 h5 h6 blockquote a center o:p ul ol li table thead tbody tfoot tr td th colgroup col section header footer style meta'.split(
    ' ',
  ),
);
/** Lays something over what stands beside it; comments and escapes may hide that. */
const COVERS =
  /^(?:position:(?:fixed|absolute|sticky)|outline[\w-]*:(?!none|0)|(?:-\w{1,9}-)?(?:box-shadow|transform)|translate|margin.*-[\d.])|\/\*|\\/;
/** What a part of its own does not need; an element that hides may go on into the next part. */
const HIDES = /url\(|display|visibility|position|float|content|\\/i;

/** Whether a declaration, or some of them, may lay words of somebody else over the notice. */
export function isCovering(declarations: string): boolean {
  return declarations.split(';').some((one) => COVERS.test(one.toLowerCase().replace(/\s+/g, '')));
}

export function isInert(node: HtmlNode): boolean {
  if (node.kind === 'text') return true;
  if (node.kind === 'comment') return !/\[\s*if/i.test(node.text);
  if (node.name === 'img') return isPixel(node.attributes);
  const isQuiet = node.attributes.every(
    ([name, value]) =>
      !name.startsWith('on') && name !== 'src' && name !== 'background' && (name !== 'style' || !isCovering(value)),
  );
  return isQuiet && AROUND.has(node.name) && node.children.every(isInert);
}

/**
 * Whether a page of its own, beside the notice, has nothing but words that stand still. Many programs write all parts
 * into one page: a sheet, or an instruction to the browser, would be the notice's too.
 */
export function isQuietPage(nodes: readonly HtmlNode[] | null): boolean {
  return nodes?.every(isQuietNode) === true;
}

function isQuietNode(node: HtmlNode): boolean {
  if (node.kind !== 'element') return isInert(node);
  if (node.name === 'head') return node.children.every(isQuietInHead);
  return node.name !== 'style' && node.name !== 'meta' && isQuietElement(node) && node.children.every(isQuietNode);
}

function isQuietInHead(node: HtmlNode): boolean {
  if (node.kind !== 'element') return isInert(node);
  return node.name === 'title' || (node.name === 'meta' && isAllowedMeta(node));
}

function isQuietElement(element: HtmlElement): boolean {
  const isStill = element.attributes.every(([name, value]) => name !== 'style' || !HIDES.test(value));
  return isStill && isInert({ ...element, children: [] });
}
