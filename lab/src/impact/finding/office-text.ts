import { SaxesParser } from 'saxes';

/** Where the text of an office file stands: Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300). */
const TEXT_MEMBERS =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|ppt\/(?:slides\/slide|notesSlides\/notesSlide|comments\/comment)\d+\.xml|xl\/(?:sharedStrings|comments\d*|worksheets\/sheet\d+)\.xml|content\.xml)$/;
const SHEET = /^xl\/worksheets\//;

export function isOfficeMember(name: string): boolean {
  return TEXT_MEMBERS.test(name);
}

/** Elements that end a line, end a cell, or are white space, by their local names. */
const LINE_ENDS = new Set(['p', 'row', 'table-row', 'h', 'si', 'comment', 'line-break', 'br', 'cr']);
const CELL_ENDS = new Set(['tc', 'c', 'table-cell', 'tab']);
/** Elements whose characters are text. In a sheet, numbers stand in `v`. */
const TEXT_ELEMENTS = new Set(['t', 'v', 'p', 'h', 'span', 'a', 'delText', 'text']);

/**
 * The text of one member, a line for each paragraph or row, a tab between cells. `shared` are the strings that cells of
 * a sheet name by number; the member that has them gives them, in `strings`. What is not well-formed XML gives what
 * came before.
 */
export function readOfficeMember(
  name: string,
  xml: string,
  shared: readonly string[],
): { readonly text: string; readonly strings: readonly string[] } {
  const pieces: string[] = [];
  const strings: string[] = [];
  const open: string[] = [];
  const isSheet = SHEET.test(name);
  let isShared = false;
  let stringStart = 0;
  const parser = new SaxesParser();
  let isOver = false;
  parser.on('error', () => {
    isOver = true;
  });
  parser.on('opentag', (tag) => {
    const local = tag.name.slice(tag.name.indexOf(':') + 1);
    open.push(local);
    if (local === 'c') isShared = tag.attributes['t'] === 's';
    if (local === 'si') stringStart = pieces.length;
  });
  parser.on('text', (text) => {
    const element = open.at(-1) ?? '';
    if (isOver || !TEXT_ELEMENTS.has(element)) return;
    if (isSheet && element === 'v' && isShared) pieces.push(shared[Number(text)] ?? '');
    else pieces.push(text);
  });
  parser.on('closetag', () => {
    const local = open.pop() ?? '';
    if (local === 'si') strings.push(pieces.slice(stringStart).join(''));
    if (LINE_ENDS.has(local)) pieces.push('\n');
    else if (CELL_ENDS.has(local)) pieces.push('\t');
  });
  try {
    parser.write(xml).close();
  } catch {
    // What was read so far is text all the same.
  }
  return { text: pieces.join(''), strings };
}
