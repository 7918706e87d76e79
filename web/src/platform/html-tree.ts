import {
  HTML_DEPTH,
  HTML_NODES,
  type HtmlNode,
  INSTRUCTION,
  type ParseHtml,
  toCommentText,
  UNREAD,
} from '@candor/core/verify/html';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/** The only policy that the page's CSP allows: text becomes markup only here, in a document that is never shown. */
const POLICY = 'received-markup';

interface Markup {
  createHTML(text: string): string;
}

declare const trustedTypes: { createPolicy(name: string, rules: Markup): Markup } | undefined;

let policy: Markup | null = null;

/** Browsers without Trusted Types accept the text itself. */
function toMarkup(text: string): string {
  const rules: Markup = { createHTML: (same) => same };
  policy ??= typeof trustedTypes === 'undefined' ? rules : trustedTypes.createPolicy(POLICY, rules);
  return policy.createHTML(text);
}

class TooLarge extends Error {}

/** The browser's parser. The document is never shown: nothing in it runs or loads. */
export const parseHtmlTree: ParseHtml = (text) => {
  if (text.includes(UNREAD)) return null;
  const document = new DOMParser().parseFromString(toMarkup(text), 'text/html');
  if (document.getElementsByTagName('*').length > HTML_NODES) return null;
  try {
    return toNodes(document.childNodes, 0);
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
};

function toNodes(nodes: NodeListOf<ChildNode>, depth: number): readonly HtmlNode[] {
  if (depth > HTML_DEPTH) throw new TooLarge();
  return Array.from(nodes).flatMap((node): readonly HtmlNode[] => {
    if (node instanceof Text) return [{ kind: 'text', text: node.data }];
    // Current browsers make separate nodes of `<?x?>`; older ones and parse5 make comments.
    if (node instanceof ProcessingInstruction) return [{ kind: 'comment', text: INSTRUCTION }];
    if (node instanceof Comment) return [{ kind: 'comment', text: toCommentText(node.data) }];
    if (!(node instanceof Element)) return [];
    const { localName, namespaceURI, attributes } = node;
    return [
      {
        kind: 'element',
        name: namespaceURI === HTML ? localName : `${namespaceURI === SVG ? 'svg' : 'math'}:${localName.toLowerCase()}`,
        attributes: Array.from(attributes, ({ name, value }) => [name, value] as const),
        children: localName === 'template' ? [] : toNodes(node.childNodes, depth + 1),
      },
    ];
  });
}
