import { escapeHtml } from '@candor/core/base';

/** What a notice is made of. Both forms are written from the same blocks, so that neither can say more than the other. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly ListItem[] };

/** One entry of a list. What is to be typed or compared stands below it, on lines of its own. */
export interface ListItem {
  readonly text: string;
  readonly literals?: readonly string[];
}

/** Fits a terminal, and leaves room for the marks of whoever quotes it. */
const LINE_CHARACTERS = 72;
/** Long enough for every number of actions. */
const MARKER_WIDTH = 4;

/** Whatever stands between white space. That counts a lone colon and the parts of a large French number too: never too few. */
export function countWords(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.kind !== 'list') count += countIn(block.text);
    else
      for (const { text, literals = [] } of block.items)
        count += countIn(text) + literals.reduce((sum, literal) => sum + countIn(literal), 0);
    // The numbers of a numbered list.
    if (block.kind === 'list' && block.isOrdered) count += block.items.length;
  }
  return count;
}

function countIn(text: string): number {
  return text.split(/\s+/).length;
}

/** Plain text: paragraphs apart, lines at most 72 characters where words allow. Breaks at spaces only, never at a non-breaking one. */
export function toPlainText(blocks: readonly Block[]): string {
  let text = '';
  let previous: Block['kind'] | null = null;
  for (const block of blocks) {
    // A heading belongs to what follows it.
    if (previous !== null && previous !== 'heading' && previous !== 'subheading') text += '\n';
    text += block.kind === 'list' ? toPlainList(block.isOrdered, block.items) : wrap(block.text, '', '');
    previous = block.kind;
  }
  return text;
}

function toPlainList(isOrdered: boolean, items: readonly ListItem[]): string {
  const indent = ' '.repeat(MARKER_WIDTH);
  return items
    .map(({ text, literals = [] }, at) => {
      const marker = `${isOrdered ? `${at + 1}.` : '-'} `.padStart(MARKER_WIDTH);
      return wrap(text, marker, indent) + literals.map((literal) => `${indent}${literal}\n`).join('');
    })
    .join('');
}

function wrap(text: string, first: string, others: string): string {
  let lines = '';
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > LINE_CHARACTERS) {
      lines += `${line}\n`;
      line = others;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return `${lines}${line}\n`;
}

/**
 * The same words as HTML: headings and lists that a screen reader can jump between, the language said, nothing that loads and nothing to
 * click. `html` and `body` are dropped by many mail programs, so the language stands on a `div` as well.
 */
export function toHtml(blocks: readonly Block[], language: string, title: string): string {
  const body = blocks.map(toHtmlBlock).join('');
  return `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n</head>\n<body>\n<div lang="${language}" dir="ltr">\n${body}</div>\n</body>\n</html>\n`;
}

const TAGS = { title: 'h1', heading: 'h2', subheading: 'h3', paragraph: 'p' } as const;

function toHtmlBlock(block: Block): string {
  if (block.kind !== 'list') return `<${TAGS[block.kind]}>${escapeHtml(block.text)}</${TAGS[block.kind]}>\n`;
  const tag = block.isOrdered ? 'ol' : 'ul';
  const items = block.items.map(({ text, literals = [] }) => {
    const below = literals.map((literal) => `<br>\n<code>${escapeHtml(literal)}</code>`).join('');
    return `<li>${escapeHtml(text)}${below}</li>\n`;
  });
  return `<${tag}>\n${items.join('')}</${tag}>\n`;
}
