import { LINE_UNITS } from '../protocol.ts';
import type { BlockWriter } from './block-writer.ts';

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Elements with an empty line before and after. */
const APART = new Set(['blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ol', 'p', 'pre', 'table', 'ul']);
const CELLS = new Set(['td', 'th']);

/** Whether this element separates words. */
export function endsLine(name: string): boolean {
  return BLOCKS.has(name) || CELLS.has(name) || name === 'br';
}

/**
 * Writes sanitized HTML as plain text, in order, with quotes as depth. Link addresses are already in the text (see
 * `sanitizeHtml`).
 */
export function writeHtmlText(root: Node, writer: BlockWriter): void {
  new HtmlTextWriter(writer).write(root);
}

class HtmlTextWriter {
  readonly #writer: BlockWriter;
  #line = '';
  #endsInSpace = true;
  #depth = 0;
  #isEmptyBefore = true;
  #hasText = false;
  #preformatted = 0;

  constructor(writer: BlockWriter) {
    this.#writer = writer;
  }

  write(root: Node): void {
    this.#node(root);
    this.#endLine();
  }

  #node(node: Node): void {
    if (this.#writer.isFull) return;
    if (node.nodeType === Node.TEXT_NODE) this.#text(node.nodeValue ?? '');
    else if (node.nodeType === Node.ELEMENT_NODE) this.#element(node as Element);
    else if (node.nodeType === Node.DOCUMENT_FRAGMENT_NODE) this.#children(node);
  }

  /** A parser nests at most 512 elements, so recursion is safe. */
  #children(node: Node): void {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) this.#node(child);
  }

  #element(element: Element): void {
    const name = element.localName;
    if (name === 'br') {
      this.#breakLine();
      return;
    }
    const isBlock = BLOCKS.has(name);
    const isQuote = name === 'blockquote';
    if (isBlock) this.#endLine();
    if (APART.has(name)) this.#emptyLine();
    if (CELLS.has(name) && this.#line !== '') this.#append('  ');
    if (name === 'li') this.#append('• ');
    if (name === 'hr') this.#append('———');
    if (name === 'img') this.#text(element.getAttribute('alt') ?? '');
    if (isQuote) this.#depth += 1;
    if (name === 'pre') this.#preformatted += 1;
    this.#children(element);
    if (name === 'pre') this.#preformatted -= 1;
    if (isBlock) this.#endLine();
    if (isQuote) this.#depth -= 1;
    if (APART.has(name)) this.#emptyLine();
  }

  #text(text: string): void {
    if (this.#preformatted > 0) {
      const lines = text.split(/\r\n|\r|\n/);
      lines.forEach((line, at) => {
        this.#append(line);
        if (at < lines.length - 1) this.#breakLine();
      });
      return;
    }
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.#append(this.#endsInSpace ? words.trimStart() : words);
    // Splits an overlong line, between words if possible, so that it is not scanned again and again.
    const { length } = this.#line;
    if (length > 2 * LINE_UNITS || (length > LINE_UNITS && this.#endsInSpace)) this.#breakLine();
  }

  #append(text: string): void {
    if (text === '') return;
    this.#line += text;
    this.#endsInSpace = text.endsWith(' ');
  }

  #breakLine(): void {
    this.#writer.line(this.#depth, this.#line.trimEnd());
    this.#isEmptyBefore = this.#line.trim() === '';
    this.#hasText ||= !this.#isEmptyBefore;
    this.#line = '';
    this.#endsInSpace = true;
  }

  #endLine(): void {
    if (this.#line.trim() !== '') this.#breakLine();
    this.#line = '';
    this.#endsInSpace = true;
  }

  #emptyLine(): void {
    if (this.#isEmptyBefore || !this.#hasText) return;
    this.#writer.line(this.#depth, '');
    this.#isEmptyBefore = true;
  }
}
