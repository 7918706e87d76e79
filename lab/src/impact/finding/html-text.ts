import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const UNSEEN = new Set('head script style template title noscript svg math object iframe textarea select'.split(' '));
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Elements in each other: what is deeper was built to keep readers busy. */
const DEPTH = 400;

/**
 * The text of an HTML part as its reader sees it, block by block: a line for each block, a tab between the cells of a
 * row. Mark-up inside a word hides nothing. Values of fields in forms count as text.
 */
export function toReadText(html: string): string {
  const pieces: string[] = [];
  /** Where the innermost cell began that holds nothing yet: a block in front of its text begins no line. */
  let cellStart = -1;
  const newLine = (): void => {
    if (pieces.length > 0 && pieces.length !== cellStart && pieces.at(-1) !== '\n') pieces.push('\n');
  };
  const visit = (nodes: readonly Node[], depth: number, isPre: boolean): void => {
    if (depth > DEPTH) return;
    const rowStart = pieces.length;
    let cells = 0;
    for (const node of nodes) {
      if (defaultTreeAdapter.isTextNode(node)) {
        const text = isPre ? node.value : node.value.replace(/[ \t\n\r\f]+/g, ' ');
        if (text !== '' && !(text === ' ' && /^[\n\t ]$/.test(pieces.at(-1) ?? '\n'))) pieces.push(text);
      } else if (defaultTreeAdapter.isElementNode(node) && !UNSEEN.has(node.tagName)) {
        const attribute = (name: string): string => node.attrs.find((each) => each.name === name)?.value ?? '';
        if (HIDDEN.test(attribute('style'))) continue;
        const isBlock = BLOCKS.has(node.tagName);
        if (isBlock) newLine();
        const isCell = node.tagName === 'td' || node.tagName === 'th';
        if (isCell) {
          // The block that ends a cell ends no row.
          if (cells > 0 && pieces.length > rowStart && pieces.at(-1) === '\n') pieces.pop();
          if (cells > 0) pieces.push('\t');
          cells += 1;
          cellStart = pieces.length;
        }
        if (node.tagName === 'input' && attribute('type') !== 'hidden') pieces.push(` ${attribute('value')} `);
        visit(node.childNodes, depth + 1, isPre || node.tagName === 'pre');
        if (isCell) cellStart = -1;
        if (isBlock) newLine();
      }
    }
  };
  visit(parse(html, { scriptingEnabled: false }).childNodes, 0, false);
  return pieces.join('').replaceAll('\u00a0', ' ');
}
