import { SaxesParser } from 'saxes';
import { countsFrom1904, NO_DATES, readDateStyles, type SheetDates, toSheetDate } from './sheet-dates.ts';

/** Where the text of an office file stands: Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300). */
const TEXT_MEMBERS =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|ppt\/(?:slides\/slide|notesSlides\/notesSlide|comments\/comment)\d+\.xml|xl\/(?:sharedStrings|styles|workbook|comments\d*|worksheets\/sheet\d+)\.xml|content\.xml)$/;
const SHEET = /^xl\/worksheets\//;
/** These hold no text of their own, and come before the sheets that need them. */
const STYLES = 'xl/styles.xml';
const WORKBOOK = 'xl/workbook.xml';
const STRINGS = 'xl/sharedStrings.xml';

export function isOfficeMember(name: string): boolean {
  return TEXT_MEMBERS.test(name);
}

/** Elements that end a line, end a cell, or are white space, by their local names. */
const LINE_ENDS = new Set(['p', 'row', 'tr', 'table-row', 'h', 'si', 'comment', 'line-break', 'br', 'cr']);
const CELL_ENDS = new Set(['tc', 'c', 'table-cell', 'tab']);
/** Elements whose characters are text. In a sheet, numbers stand in `v`. */
const TEXT_ELEMENTS = new Set(['t', 'v', 'p', 'h', 'span', 'a', 'delText', 'text']);

/** A part of an office file, unpacked. */
export interface OfficeMember {
  readonly name: string;
  readonly content: Uint8Array;
}

const PIECE_BYTES = 1024 * 1024;

/** What the members of a workbook say of its cells. */
export interface Workbook {
  /** The strings that cells name by number. */
  readonly strings: readonly string[];
  readonly dates: SheetDates;
}

export interface OfficeText {
  readonly text: string;
  readonly damaged: readonly number[];
}

const NO_WORKBOOK: Workbook = { strings: [], dates: NO_DATES };

/**
 * The text of an office file from its members, a line for each paragraph or row, a tab between cells. What is not
 * well-formed XML gives what came before; `damaged` has the bytes of each such member.
 */
export function readOfficeText(members: readonly OfficeMember[]): OfficeText {
  const damaged: number[] = [];
  const open = (member: OfficeMember, book: Workbook): ReadMember => {
    const opened = readMember(member, book);
    if (opened.isDamaged) damaged.push(member.content.length);
    return opened;
  };
  let book = NO_WORKBOOK;
  const read = (wanted: string, use: (xml: string) => Workbook): void => {
    const member = members.find(({ name }) => name === wanted);
    if (member !== undefined) book = use([...toXml(member)].join(''));
  };
  read(STYLES, (xml) => ({ ...book, dates: { ...book.dates, styles: readDateStyles(xml) } }));
  read(WORKBOOK, (xml) => ({ ...book, dates: { ...book.dates, from1904: countsFrom1904(xml) } }));
  for (const strings of members.filter(({ name }) => name === STRINGS))
    book = { ...book, strings: open(strings, book).strings };
  const text = members
    .filter(({ name }) => ![STYLES, WORKBOOK, STRINGS].includes(name))
    .map((member) => open(member, book).text)
    .filter((part) => part !== '')
    .join('\n');
  return { text, damaged };
}

/** Empty cells that a sheet leaves out are put back, so that a cell stands below its heading: so many in a file. */
const MOST_EMPTY_CELLS = 1_000_000;

const MOST_REPEATED = 64;

/** In pieces: a sheet of 100,000 rows is larger than the memory for texts. */
function* toXml({ content }: OfficeMember): Generator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < content.length; at += PIECE_BYTES)
    yield decoder.decode(content.subarray(at, at + PIECE_BYTES), { stream: true });
  yield decoder.decode();
}

interface ReadMember {
  readonly text: string;
  readonly strings: readonly string[];
  readonly isDamaged: boolean;
}

function readMember(member: OfficeMember, book: Workbook): ReadMember {
  const pieces: string[] = [];
  const strings: string[] = [];
  const open: string[] = [];
  const isSheet = SHEET.test(member.name);
  let cell: Readonly<Record<string, string>> = {};
  let column = 0;
  let emptyCells = 0;
  let stringStart = 0;
  /** Where each cell that is open began. */
  const cellStarts: number[] = [];
  let repeated = 1;
  const parser = new SaxesParser();
  let isOver = false;
  parser.on('error', () => {
    isOver = true;
  });
  parser.on('opentag', (tag) => {
    const local = tag.name.slice(tag.name.indexOf(':') + 1);
    open.push(local);
    if (local === 'row') column = 0;
    if (CELL_ENDS.has(local)) {
      cellStarts.push(pieces.length);
      repeated = Number(tag.attributes['table:number-columns-repeated'] ?? 1);
    }
    if (local === 'c' && isSheet) {
      cell = tag.attributes;
      for (const at = toColumn(cell['r'] ?? ''); column < at && emptyCells < MOST_EMPTY_CELLS; column += 1) {
        pieces.push('\t');
        emptyCells += 1;
      }
      column += 1;
    }
    if (local === 'si') stringStart = pieces.length;
  });
  parser.on('text', (text) => {
    const element = open.at(-1) ?? '';
    if (isOver || !TEXT_ELEMENTS.has(element)) return;
    if (isSheet) pieces.push(toCellText(element, text, cell, book).replace(/\s+/g, ' '));
    else pieces.push(text);
  });
  parser.on('closetag', () => {
    const local = open.pop() ?? '';
    if (local === 'si') strings.push(pieces.slice(stringStart).join(''));
    if (LINE_ENDS.has(local)) pieces.push('\n');
    else if (CELL_ENDS.has(local)) {
      // The paragraph that ends a cell ends no row.
      if (pieces.length > (cellStarts.pop() ?? 0) && pieces.at(-1) === '\n') pieces.pop();
      // Behind the last cell of a row stand those of the whole width of the sheet: they are of no account.
      pieces.push('\t'.repeat(repeated > 1 && repeated <= MOST_REPEATED ? repeated : 1));
      repeated = 1;
    }
  });
  try {
    for (const xml of toXml(member)) if (!isOver) parser.write(xml);
    parser.close();
  } catch {
    // What was read so far is text all the same.
    isOver = true;
  }
  return { text: pieces.join(''), strings, isDamaged: isOver };
}

function toCellText(
  element: string,
  text: string,
  { t: type = 'n', s: style = '' }: Readonly<Record<string, string>>,
  { strings, dates }: Workbook,
): string {
  if (element !== 'v') return text;
  if (type === 's') return strings[Number(text)] ?? '';
  const isDate = type === 'n' && style !== '' && dates.styles.has(Number(style));
  return (isDate ? toSheetDate(text, dates) : null) ?? text;
}

const LETTERS = /^[A-Z]{1,3}(?=\d)/;

/** The column of a cell's reference, from 0: `C7` is 2. */
function toColumn(reference: string): number {
  const letters = LETTERS.exec(reference)?.[0] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
