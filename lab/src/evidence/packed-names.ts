/** Bytes of a page; no name of a file is longer, escaped or not. */
const PAGE_BYTES = 1024 * 1024;
/** The first page grows from here: there are thousands of lists with a name or two. */
const FIRST_BYTES = 512;
/** Of the length before each name. */
const LENGTH_BYTES = 2;

/** Packed file names: their bytes and eight for the number, where a string would take a hundred. */
export class PackedNames {
  readonly #pages: Buffer[] = [];
  #filled = PAGE_BYTES;

  add(name: string): number {
    const length = Buffer.byteLength(name);
    if (this.#filled + LENGTH_BYTES + length > PAGE_BYTES) {
      this.#pages.push(Buffer.allocUnsafeSlow(this.#pages.length === 0 ? FIRST_BYTES : PAGE_BYTES));
      this.#filled = 0;
    }
    const at = this.#filled;
    const page = this.#grow(at + LENGTH_BYTES + length);
    page.writeUInt16LE(length, at);
    page.write(name, at + LENGTH_BYTES);
    this.#filled = at + LENGTH_BYTES + length;
    return (this.#pages.length - 1) * PAGE_BYTES + at;
  }

  get(number: number): string {
    return this.#bytes(number).toString('utf8');
  }

  /** Names are compared by the bytes of their UTF-8 form. */
  compare(first: number, second: number): number {
    return Buffer.compare(this.#bytes(first), this.#bytes(second));
  }

  /** The last page, with room for so many bytes. */
  #grow(bytes: number): Buffer {
    const last = this.#pages.length - 1;
    const page = this.#pages[last] as Buffer;
    if (bytes <= page.length) return page;
    const grown = Buffer.allocUnsafeSlow(Math.min(PAGE_BYTES, Math.max(bytes, page.length * 2)));
    page.copy(grown);
    this.#pages[last] = grown;
    return grown;
  }

  #bytes(number: number): Buffer {
    const page = this.#pages[Math.floor(number / PAGE_BYTES)] as Buffer;
    const at = number % PAGE_BYTES;
    return page.subarray(at + LENGTH_BYTES, at + LENGTH_BYTES + page.readUInt16LE(at));
  }
}
