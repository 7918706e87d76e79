const IS_WIDE = 0x01;
const HAS_EXTENSION = 0x04;
const HAS_RUNS = 0x08;
const RUN_BYTES = 4;
/** Characters of one string: what Excel allows in a cell is less. */
const LONGEST = 65_535;

/**
 * Texts of a workbook that go on in further records ([MS-XLS] 2.5.293 and 2.5.294). Where one breaks inside of its
 * characters, the next record begins with a byte that says how wide they are from there.
 */
export class SheetStrings {
  readonly #records: readonly Buffer[];
  #record = 0;
  #at: number;

  constructor(records: readonly Buffer[], at: number) {
    this.#records = records;
    this.#at = at;
  }

  /** What comes before damage, or before the end. */
  readAll(count: number): readonly string[] {
    const strings: string[] = [];
    try {
      while (strings.length < count) strings.push(this.#readString());
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
    }
    return strings;
  }

  /** So many characters, with their width in front. */
  readCharacters(length: number): string {
    return this.#read(length, this.#readNumber(1));
  }

  #readString(): string {
    const length = this.#readNumber(2);
    const flags = this.#readNumber(1);
    const runs = (flags & HAS_RUNS) === 0 ? 0 : this.#readNumber(2);
    const extension = (flags & HAS_EXTENSION) === 0 ? 0 : this.#readNumber(4);
    const text = this.#read(length, flags);
    this.#skip(runs * RUN_BYTES + extension);
    return text;
  }

  #read(length: number, flags: number): string {
    let text = '';
    let width = (flags & IS_WIDE) + 1;
    while (text.length < Math.min(length, LONGEST)) {
      let record = this.#current();
      if (this.#at >= record.length) {
        record = this.#next();
        width = (record.readUInt8(0) & IS_WIDE) + 1;
        this.#at = 1;
      }
      const end = Math.min(record.length, this.#at + (length - text.length) * width);
      if (end - this.#at < width) throw new RangeError('a text is cut short');
      text += record.toString(width === 2 ? 'utf16le' : 'latin1', this.#at, end);
      this.#at = end;
    }
    return text;
  }

  #readNumber(bytes: 1 | 2 | 4): number {
    if (this.#at >= this.#current().length) this.#next();
    const value = this.#current().readUIntLE(this.#at, bytes);
    this.#at += bytes;
    return value;
  }

  #skip(bytes: number): void {
    let left = bytes;
    for (;;) {
      const here = this.#current().length - this.#at;
      if (left <= here) break;
      left -= here;
      this.#next();
    }
    this.#at += left;
  }

  #current(): Buffer {
    const record = this.#records[this.#record];
    if (record === undefined) throw new RangeError('a text is cut short');
    return record;
  }

  #next(): Buffer {
    this.#record += 1;
    this.#at = 0;
    return this.#current();
  }
}
