import { isAllowedMeta } from './allowed-markup.ts';
import { findDocument, type HtmlElement, type HtmlNode, isBlock, isSpace } from './html-node.ts';

/** Attributes by which a program marks the one element that it puts around a message. */
const WRAPPER_ATTRIBUTES: ReadonlySet<string> = new Set(['class', 'id', 'lang']);

/** Names by which programs fold or grey what they take for a quotation or a signature, or hide what has them. */
const FOLDED = /quot|signature|cite|\bsig\b|-sig|rplyfwd|appendonsend|forward|reply|hidden|d-none|invisible/i;

/**
 * Whether two parsed documents are the same node for node and attribute for attribute, but for what no program shows:
 * ASCII white space between blocks, the doctype, what `meta` says of charset and program, and one `div` around
 * everything with class, id or language alone. A comment is a node and counts: one program shows what stands in it.
 */
export function isSameTree(received: readonly HtmlNode[], twin: readonly HtmlNode[]): boolean {
  const [theirs, ours] = [findDocument(received), findDocument(twin)];
  if (theirs === null || ours === null || hasStrayNodes(received) || hasStrayNodes(theirs.html.children)) return false;
  if (!isSubset(theirs.html, ours.html) || !isSubset(theirs.body, ours.body)) return false;
  if (writeNodes(theirs.head.children, null) !== writeNodes(ours.head.children, null) && !isEmptyHead(theirs.head))
    return false;
  const issued = writeNodes(ours.body.children, ours.body);
  return [theirs.body, findWrapped(theirs.body)].some(
    (container) => container !== null && writeNodes(container.children, container) === issued,
  );
}

/** Comments and text beside `html`, `head` and `body`. */
function hasStrayNodes(nodes: readonly HtmlNode[]): boolean {
  return nodes.some(
    (node) => !isSpace(node) && !(node.kind === 'element' && ['html', 'head', 'body'].includes(node.name)),
  );
}

/** Attributes that only name languages and namespaces may go on the way, or be what was issued. */
function isSubset(received: HtmlElement, issued: HtmlElement): boolean {
  return received.attributes.every(
    ([name, value]) =>
      name.startsWith('xmlns') || issued.attributes.some(([known, said]) => known === name && said === value),
  );
}

/** Programs drop the title, and put their own `meta` there. */
function isEmptyHead({ children }: HtmlElement): boolean {
  return children.every((node) => isSpace(node) || (node.kind === 'element' && isUnseen(node)));
}

function isUnseen(element: HtmlElement): boolean {
  return element.name === 'meta' && isAllowedMeta(element);
}

function findWrapped({ children }: HtmlElement): HtmlElement | null {
  const [only, ...others] = children.filter((node) => !isSpace(node));
  if (only === undefined || others.length > 0 || only.kind !== 'element' || only.name !== 'div') return null;
  const isPlain = only.attributes.every(([name, value]) => WRAPPER_ATTRIBUTES.has(name) && !FOLDED.test(value));
  return isPlain ? only : null;
}

/** Canonical text of nodes: the same for two trees exactly when they are shown alike everywhere. */
function writeNodes(nodes: readonly HtmlNode[], parent: HtmlElement | null): string {
  const kept = nodes.filter((node) => !(node.kind === 'element' && isUnseen(node)));
  return kept
    .map((node, at) => {
      if (node.kind === 'text') return JSON.stringify(writeText(node.text, kept[at - 1], kept[at + 1], parent));
      if (node.kind === 'comment') return `<!${JSON.stringify(node.text)}>`;
      const attributes = node.attributes.map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).sort();
      return `<${node.name}${attributes.join('')}>${writeNodes(node.children, node)}</>`;
    })
    .filter((written) => written !== '""')
    .join('');
}

/** Collapses white space; none at the start or end of a line. */
function writeText(
  text: string,
  before: HtmlNode | undefined,
  after: HtmlNode | undefined,
  parent: HtmlElement | null,
): string {
  const single = text.replace(/[\t\n\f\r ]+/g, ' ');
  const opens = before === undefined ? parent === null || isBlock(parent) : isBlock(before);
  const closes = after === undefined ? parent === null || isBlock(parent) : isBlock(after);
  const start = opens ? single.replace(/^ /, '') : single;
  return closes ? start.replace(/ $/, '') : start;
}
