import type { ItemFolder } from '@candor/core/evidence/outlook';
import { LockedFile } from '../locked/locked-file.ts';
import { isDateFormat, toSheetDate } from '../sheet-dates.ts';
import { SheetStrings } from './sheet-strings.ts';

/** Types of records ([MS-XLS] 2.3). */
const [START, PASSWORD, DATE_MODE, FORMAT, STYLE, SHEET, STRINGS, CONTINUED] = [
  0x0809, 0x002f, 0x0022, 0x041e, 0x00e0, 0x0085, 0x00fc, 0x003c,
] as const;
const [SHARED_TEXT, TEXT, RICH_TEXT, NUMBER, SHORT_NUMBER, SHORT_NUMBERS, FORMULA, RESULT_TEXT, BOX] = [
  0x00fd, 0x0204, 0x00d6, 0x0203, 0x027e, 0x00bd, 0x0006, 0x0207, 0x01b6,
] as const;
const EXCEL_97 = 0x0600;
/** Empty cells that are put back, so that a cell stands below its heading: so many in a file. */
const MOST_EMPTY_CELLS = 1_000_000;

/**
 * The text of an Excel workbook of before 2007, a line for each row with a tab between cells, then comments. Damage
 * ends the text.
 * @throws LockedFile
 */
export function readSheet97({ streams }: ItemFolder, onDamage: () => void): string {
  const stream = streams.get('WORKBOOK') ?? streams.get('BOOK');
  if (stream === undefined) throw new Error('it has no workbook');
  const book = new Workbook97();
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  let held: Buffer[] = [];
  let heldType = 0;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const type = bytes.readUInt16LE(at);
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    const record = bytes.subarray(at + 4, end);
    at = end;
    if (type === CONTINUED) held.push(record);
    else {
      if (held.length > 0 && !book.read(heldType, held)) {
        onDamage();
        return book.toText();
      }
      held = [record];
      heldType = type;
    }
  }
  if (held.length > 0 && !book.read(heldType, held)) onDamage();
  return book.toText();
}

class Workbook97 {
  #version = EXCEL_97;
  #from1904 = false;
  #strings: readonly string[] = [];
  readonly #dateFormats = new Map<number, boolean>();
  /** Of each style: whether it shows a date. */
  readonly #styles: boolean[] = [];
  readonly #pieces: string[] = [];
  #row = -1;
  #column = 0;
  #emptyCells = 0;
  /** The cell of the formula whose text comes next. */
  #awaiting: readonly [row: number, column: number] | null = null;

  toText(): string {
    this.#endRow();
    return this.#pieces.join('');
  }

  /** False where the record is damaged: nothing behind it can be trusted. */
  read(type: number, records: readonly Buffer[]): boolean {
    try {
      this.#read(type, records, records[0] ?? Buffer.alloc(0));
      return true;
    } catch (cause) {
      if (cause instanceof RangeError) return false;
      throw cause;
    }
  }

  #read(type: number, records: readonly Buffer[], record: Buffer): void {
    switch (type) {
      case START:
        this.#version = record.readUInt16LE(0);
        this.#endRow();
        return;
      case PASSWORD:
        throw new LockedFile();
      case DATE_MODE:
        this.#from1904 = record.readUInt16LE(0) === 1;
        return;
      case FORMAT:
        this.#dateFormats.set(
          record.readUInt16LE(0),
          isDateFormat(this.#readText(records, 2, this.#version >= EXCEL_97 ? 2 : 1)),
        );
        return;
      case STYLE: {
        const format = record.readUInt16LE(2);
        this.#styles.push(this.#dateFormats.get(format) ?? isDateFormat(format));
        return;
      }
      case SHEET:
        this.#pieces.push(this.#readText(records, 6, 1), '\n');
        return;
      case STRINGS:
        this.#strings = new SheetStrings(records, 8).readAll(record.readUInt32LE(4));
        return;
      case SHARED_TEXT:
        this.#addCell(record, this.#strings[record.readUInt32LE(6)] ?? '');
        return;
      case TEXT:
      case RICH_TEXT:
        this.#addCell(record, this.#readText(records, 6, 2));
        return;
      case NUMBER:
        this.#addCell(record, this.#toNumber(record.readDoubleLE(6), record.readUInt16LE(4)));
        return;
      case SHORT_NUMBER:
        this.#addCell(record, this.#toNumber(toShort(record, 6), record.readUInt16LE(4)));
        return;
      case SHORT_NUMBERS:
        for (let at = 4, column = record.readUInt16LE(2); at + 8 <= record.length; at += 6, column += 1)
          this.#add(record.readUInt16LE(0), column, this.#toNumber(toShort(record, at + 2), record.readUInt16LE(at)));
        return;
      case FORMULA:
        this.#addResult(record);
        return;
      case RESULT_TEXT:
        if (this.#awaiting !== null) this.#add(...this.#awaiting, this.#readText(records, 0, 2));
        this.#awaiting = null;
        return;
      case BOX:
        // The text of a comment stands in the record behind it.
        this.#endRow();
        this.#pieces.push(new SheetStrings(records.slice(1), 0).readCharacters(record.readUInt16LE(10)), '\n');
        return;
      default:
        return;
    }
  }

  /** A formula's last result ([MS-XLS] 2.5.133). */
  #addResult(record: Buffer): void {
    const isNumber = record.readUInt16LE(12) !== 0xffff;
    if (isNumber) this.#addCell(record, this.#toNumber(record.readDoubleLE(6), record.readUInt16LE(4)));
    else if (record.readUInt8(6) === 0) this.#awaiting = [record.readUInt16LE(0), record.readUInt16LE(2)];
  }

  #readText(records: readonly Buffer[], at: number, lengthBytes: 1 | 2): string {
    const [record = Buffer.alloc(0)] = records;
    const length = record.readUIntLE(at, lengthBytes);
    const start = at + lengthBytes;
    if (this.#version >= EXCEL_97) return new SheetStrings(records, start).readCharacters(length);
    return new TextDecoder('windows-1252').decode(record.subarray(start, start + length));
  }

  #toNumber(value: number, style: number): string {
    const text = String(value);
    return (this.#styles[style] === true ? toSheetDate(text, { from1904: this.#from1904 }) : null) ?? text;
  }

  #addCell(record: Buffer, text: string): void {
    this.#add(record.readUInt16LE(0), record.readUInt16LE(2), text);
  }

  #add(row: number, column: number, text: string): void {
    if (row !== this.#row) this.#endRow();
    this.#row = row;
    for (; this.#column < column && this.#emptyCells < MOST_EMPTY_CELLS; this.#column += 1) {
      this.#pieces.push('\t');
      this.#emptyCells += 1;
    }
    this.#pieces.push(text.replace(/\s+/g, ' '), '\t');
    this.#column = column + 1;
  }

  #endRow(): void {
    if (this.#row >= 0) this.#pieces.push('\n');
    this.#row = -1;
    this.#column = 0;
  }
}

/** A number in four bytes ([MS-XLS] 2.5.217): an integer or the upper half of a double, perhaps hundredths of it. */
function toShort(record: Buffer, at: number): number {
  const raw = record.readInt32LE(at);
  let value = raw >> 2;
  if ((raw & 2) === 0) {
    const double = Buffer.alloc(8);
    double.writeInt32LE(raw & ~3, 4);
    value = double.readDoubleLE(0);
  }
  return (raw & 1) === 0 ? value : value / 100;
}
