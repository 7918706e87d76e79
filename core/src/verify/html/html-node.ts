/** What a WHATWG parser makes of HTML, as far as a comparison looks at it. Everything in it is foreign. */
export type HtmlNode =
  | HtmlElement
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string };

export interface HtmlElement {
  readonly kind: 'element';
  /** Lower case; of SVG and MathML with the namespace in front (`svg:a`), so that no list of HTML elements holds it. */
  readonly name: string;
  /** In the order in which they were written; names in lower case, each once (the first counts, as in browsers). */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Empty for `template`, whose content is shown nowhere. */
  readonly children: readonly HtmlNode[];
}

/**
 * Parses HTML as browsers do, without scripting (https://html.spec.whatwg.org/#parsing): parse5 in Node, DOMParser in
 * the page. Gives the children of the document without its doctype; null for a tree deeper than `HTML_DEPTH` or larger
 * than `HTML_NODES`, and for HTML that parsers read in two ways (`UNREAD`).
 */
export type ParseHtml = (html: string) => readonly HtmlNode[] | null;

/**
 * Browsers pass over this character in other places than the standard says; no mail has it. HTML with one has no tree.
 */
export const UNREAD = '\0';
/** Stands for an instruction (`<?x?>`), which some parsers make a comment and others an incomplete node. */
export const INSTRUCTION = '?';

/** The text of a comment; one that may be an instruction says no more. */
export function toCommentText(data: string): string {
  return data.startsWith(INSTRUCTION) ? INSTRUCTION : data;
}

/** Levels of elements. Mail that programs write has some twenty; browsers stop at 512. */
export const HTML_DEPTH = 200;
/** Nodes of one part: a notice has a few hundred. */
export const HTML_NODES = 50_000;

function findElement(nodes: readonly HtmlNode[], name: string): HtmlElement | null {
  for (const node of nodes) if (node.kind === 'element' && node.name === name) return node;
  return null;
}

/** Parsers give every document an `html` with `head` and `body`; null without these (frames). */
export function findDocument(
  nodes: readonly HtmlNode[],
): { readonly html: HtmlElement; readonly head: HtmlElement; readonly body: HtmlElement } | null {
  const html = findElement(nodes, 'html');
  const head = html === null ? null : findElement(html.children, 'head');
  const body = html === null ? null : findElement(html.children, 'body');
  return html === null || head === null || body === null ? null : { html, head, body };
}

/** Elements that begin and end a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

export function isBlock(node: HtmlNode): boolean {
  return node.kind === 'element' && BLOCKS.has(node.name);
}

const ONLY_SPACE = /^[\t\n\f\r ]*$/;

/** ASCII white space only, which browsers do not show between blocks. */
export function isSpace(node: HtmlNode): boolean {
  return node.kind === 'text' && ONLY_SPACE.test(node.text);
}
