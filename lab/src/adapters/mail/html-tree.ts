import { HTML_DEPTH, HTML_NODES, type HtmlNode, type ParseHtml, toCommentText, UNREAD } from '@candor/core/verify/html';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5';

/** More nodes than a notice has: the parser stops instead of working for minutes on hostile input. */
class TooLarge extends Error {}

/** parse5 without scripting, so that it reads `noscript` as DOMParser does. */
export const parseHtmlTree: ParseHtml = (text) => {
  if (text.includes(UNREAD)) return null;
  let count = 0;
  const counted = <T>(node: T): T => {
    count += 1;
    if (count > HTML_NODES) throw new TooLarge();
    return node;
  };
  try {
    const document = parse(text, {
      scriptingEnabled: false,
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement: (name, namespace, attributes) =>
          counted(defaultTreeAdapter.createElement(name, namespace, attributes)),
        createCommentNode: (data) => counted(defaultTreeAdapter.createCommentNode(data)),
      },
    });
    return toNodes(document.childNodes, 0);
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
};

function toNodes(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], depth: number): readonly HtmlNode[] {
  if (depth > HTML_DEPTH) throw new TooLarge();
  return nodes.flatMap((node): readonly HtmlNode[] => {
    if (defaultTreeAdapter.isTextNode(node)) return [{ kind: 'text', text: node.value }];
    if (defaultTreeAdapter.isCommentNode(node)) return [{ kind: 'comment', text: toCommentText(node.data) }];
    if (!defaultTreeAdapter.isElementNode(node)) return [];
    const { tagName, namespaceURI, attrs, childNodes } = node;
    return [
      {
        kind: 'element',
        name: toName(tagName, namespaceURI),
        attributes: attrs.map(({ name, value, prefix }) => [prefix ? `${prefix}:${name}` : name, value] as const),
        children: tagName === 'template' ? [] : toNodes(childNodes, depth + 1),
      },
    ];
  });
}

function toName(name: string, namespace: string): string {
  if (namespace === html.NS.HTML) return name;
  return `${namespace === html.NS.SVG ? 'svg' : 'math'}:${name.toLowerCase()}`;
}
