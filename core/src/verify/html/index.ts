/**
 * Reads the HTML of a received mail as a browser would show it, over a tree that the caller parsed.
 */

export {
  HTML_DEPTH,
  HTML_NODES,
  type HtmlElement,
  type HtmlNode,
  INSTRUCTION,
  type ParseHtml,
  toCommentText,
  UNREAD,
} from './html-node.ts';
