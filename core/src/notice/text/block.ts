import { escapeHtml } from '@candor/core/base';

/**
 * What a notice is made of. Both forms are written from the same blocks, so that neither can say more than the other.
 */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph'; readonly text: string }
  /** A paragraph of lines: a signature, a list of addresses. It does not count towards the limit of words. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly ListItem[] };

/** A list item. What is to be typed or compared is below it, on its own lines. */
export interface ListItem {
  readonly text: string;
  readonly literals?: readonly string[];
  /** Lines below it as well: addresses with their days, which do not count towards the limit of words. */
  readonly lines?: readonly string[];
}

/** Fits a terminal with room for quote marks. */
const LINE_CHARACTERS = 72;
/** Long enough for every number of actions. */
const MARKER_WIDTH = 4;

/** Words separated by white space. Counts a lone colon and parts of a large French number too: never too few. */
export function countWords(blocks: readonly Block[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.kind === 'lines') continue;
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

/**
 * Plain text: separate paragraphs, lines of at most 72 characters where words allow. Breaks at spaces only, never at
 * non-breaking ones.
 */
export function toPlainText(blocks: readonly Block[]): string {
  let text = '';
  let previous: Block['kind'] | null = null;
  for (const block of blocks) {
    // A heading belongs to what follows it.
    if (previous !== null && previous !== 'heading' && previous !== 'subheading') text += '\n';
    if (block.kind === 'list') text += toPlainList(block.isOrdered, block.items);
    else if (block.kind === 'lines') text += block.lines.map((line) => wrap(line, '', '')).join('');
    else text += wrap(block.text, '', '');
    previous = block.kind;
  }
  return text;
}

function toPlainList(isOrdered: boolean, items: readonly ListItem[]): string {
  const indent = ' '.repeat(MARKER_WIDTH);
  return items
    .map(({ text, literals = [], lines = [] }, at) => {
      const marker = `${isOrdered ? `${at + 1}.` : '-'} `.padStart(MARKER_WIDTH);
      return wrap(text, marker, indent) + [...literals, ...lines].map((line) => `${indent}${line}\n`).join('');
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
 * The same everywhere; no colours, so that a program's dark theme keeps its own. Widths and spaces leave a small screen
 * its room.
 */
const STYLES = {
  page: "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;max-width:640px;word-wrap:break-word;overflow-wrap:break-word",
  h1: 'font-size:20px;line-height:1.3;margin:0 0 16px',
  h2: 'font-size:17px;line-height:1.3;margin:24px 0 8px',
  h3: 'font-size:16px;line-height:1.3;margin:16px 0 4px',
  p: 'margin:0 0 12px',
  item: 'margin:0 0 8px;padding:0 0 0 16px',
  code: "font-family:Consolas,Menlo,'Courier New',monospace;font-size:15px",
} as const;

/**
 * The same words as HTML that survives mail programs: headings, paragraphs and line breaks, no list, table, resource or
 * link. Many programs drop `html` and `body`, so a `div` has the language as well.
 */
export function toHtml(blocks: readonly Block[], language: string, title: string): string {
  const body = blocks.map(toHtmlBlock).join('');
  return `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${toHtmlText(title)}</title>\n</head>\n<body>\n<div lang="${language}" style="${STYLES.page}">\n${body}</div>\n</body>\n</html>\n`;
}

const TAGS = { title: 'h1', heading: 'h2', subheading: 'h3', paragraph: 'p' } as const;

function toHtmlBlock(block: Block): string {
  if (block.kind === 'lines') return `<p style="${STYLES.p}">${block.lines.map(toHtmlText).join('<br>\n')}</p>\n`;
  if (block.kind !== 'list') {
    const tag = TAGS[block.kind];
    return `<${tag} style="${STYLES[tag]}">${toHtmlText(block.text)}</${tag}>\n`;
  }
  return block.items
    .map(({ text, literals = [], lines = [] }, at) => {
      const mark = block.isOrdered ? `${at + 1}.` : '-';
      const below = literals
        .map((literal) => `<br>\n<code style="${STYLES.code}">${toHtmlText(literal)}</code>`)
        .join('');
      const listed = lines.map((line) => `<br>\n${toHtmlText(line)}`).join('');
      return `<p style="${STYLES.item}">${mark} ${toHtmlText(text)}${below}${listed}</p>\n`;
    })
    .join('');
}

/**
 * Mail programs write HTML again in windows-1252: names in other letters stand as references, which every one of them
 * keeps.
 */
function toHtmlText(text: string): string {
  return escapeHtml(text).replace(OUTSIDE_WINDOWS_1252, (character) => `&#${character.codePointAt(0)};`);
}

const OUTSIDE_WINDOWS_1252 = /[^\n\u0020-\u007E\u00A0-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu;
