/** A folder of a compound file. Names are in upper case: the format compares them so. */
export interface ItemFolder {
  readonly streams: ReadonlyMap<string, Uint8Array>;
  readonly folders: ReadonlyMap<string, ItemFolder>;
}

/** The bytes are no sound Outlook item. */
export class DamagedItemError extends Error {}

/** Offsets and values of a compound file ([MS-CFB] section 2). */
const HEADER_BYTES = 512;
const BYTE_ORDER = 0xfffe;
const SHIFTS: readonly number[] = [9, 12];
const SMALL_SHIFT = 6;
const MIN_BIG_STREAM_BYTES = 4096;
const TABLES_IN_HEADER = 109;
const CHAIN_END = 0xfffffffe;
const FREE = 0xffffffff;
const ENTRY_BYTES = 128;
const NAME_UNITS = 31;
const [FOLDER, STREAM, ROOT] = [1, 2, 5];

/**
 * All streams of a compound file. Each block is read for one stream only, and each entry once, so time and memory grow
 * with the file whatever its numbers claim. A file that breaks the format is refused: mail programs disagree on it.
 * @throws DamagedItemError
 */
export function readCompoundFile(bytes: Uint8Array): ItemFolder {
  return new CompoundFile(bytes).readRoot();
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

interface OpenFolder {
  readonly streams: Map<string, Uint8Array>;
  readonly folders: Map<string, ItemFolder>;
}

class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #shift: number;
  readonly #taken: Uint8Array;
  readonly #table: readonly number[];
  #smallTable: readonly number[] = [];
  #smallBytes: Uint8Array = new Uint8Array();
  #smallTaken: Uint8Array = new Uint8Array();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    assertSound(bytes.length >= HEADER_BYTES, 'the header is cut short');
    this.#shift = this.#view.getUint16(0x1e, true);
    const isKnown = this.#view.getUint16(0x1c, true) === BYTE_ORDER && SHIFTS.includes(this.#shift);
    assertSound(isKnown && this.#view.getUint16(0x20, true) === SMALL_SHIFT, 'the header is of another form');
    assertSound(this.#number(0x38) === MIN_BIG_STREAM_BYTES, 'the header is of another form');
    this.#taken = new Uint8Array(Math.ceil(bytes.length / (1 << this.#shift)));
    this.#table = this.#readTable();
  }

  readRoot(): ItemFolder {
    const entries = this.#readEntries();
    const [root] = entries;
    assertSound(root?.type === ROOT, 'it has no root');
    this.#readSmallBlocks(root);
    const seen = new Set<number>([0]);
    const top: OpenFolder = { streams: new Map(), folders: new Map() };
    const waiting: { readonly at: number; readonly into: OpenFolder }[] = [{ at: root.child, into: top }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.at === FREE) continue;
      const entry = entries[next.at];
      assertSound(entry !== undefined && !seen.has(next.at), 'its tree runs in a circle');
      seen.add(next.at);
      const { into } = next;
      assertSound(!into.streams.has(entry.name) && !into.folders.has(entry.name), 'a name stands twice');
      waiting.push({ at: entry.left, into }, { at: entry.right, into });
      if (entry.type === STREAM) into.streams.set(entry.name, this.#readStream(entry));
      else {
        assertSound(entry.type === FOLDER, 'an entry is of unknown type');
        const folder: OpenFolder = { streams: new Map(), folders: new Map() };
        into.folders.set(entry.name, folder);
        waiting.push({ at: entry.child, into: folder });
      }
    }
    return top;
  }

  #readTable(): readonly number[] {
    const count = this.#number(0x2c);
    assertSound(count <= this.#taken.length, 'it claims more tables than it has blocks');
    const tables = Array.from({ length: Math.min(count, TABLES_IN_HEADER) }, (_, at) => this.#number(0x4c + at * 4));
    const perBlock = (1 << this.#shift) / 4 - 1;
    for (let list = this.#number(0x44); tables.length < count; ) {
      const block = this.#take(list);
      for (let at = 0; at < perBlock && tables.length < count; at += 1) tables.push(toNumber(block, at));
      list = toNumber(block, perBlock);
    }
    return tables.flatMap((table) => toNumbers(this.#take(table)));
  }

  #readEntries(): readonly Entry[] {
    const bytes = this.#readChain(this.#number(0x30), null);
    return Array.from({ length: bytes.length / ENTRY_BYTES }, (_, at) =>
      readEntry(bytes.subarray(at * ENTRY_BYTES, (at + 1) * ENTRY_BYTES)),
    );
  }

  #readSmallBlocks(root: Entry): void {
    const count = this.#number(0x40);
    assertSound(count <= this.#taken.length, 'it claims more tables than it has blocks');
    if (count === 0) return;
    this.#smallTable = toNumbers(this.#readChain(this.#number(0x3c), count << this.#shift));
    this.#smallBytes = this.#readChain(root.start, root.size);
    this.#smallTaken = new Uint8Array(this.#smallBytes.length >> SMALL_SHIFT);
  }

  #readStream({ start, size }: Entry): Uint8Array {
    if (size === 0) return new Uint8Array();
    if (size >= MIN_BIG_STREAM_BYTES) return this.#readChain(start, size).subarray(0, size);
    const content = new Uint8Array(size);
    for (let [written, block] = [0, start]; written < size; written += 1 << SMALL_SHIFT) {
      assertSound(this.#smallTaken[block] === 0, 'a small block is missing or stands in two streams');
      this.#smallTaken[block] = 1;
      const from = block << SMALL_SHIFT;
      content.set(this.#smallBytes.subarray(from, from + Math.min(1 << SMALL_SHIFT, size - written)), written);
      block = this.#smallTable[block] ?? FREE;
    }
    return content;
  }

  /** The blocks of a chain: as many as `size` needs, or all of them. */
  #readChain(start: number, size: number | null): Uint8Array {
    const blocks: Uint8Array[] = [];
    const wanted = size === null ? Number.POSITIVE_INFINITY : Math.ceil(size / (1 << this.#shift));
    assertSound(size === null || wanted <= this.#taken.length, 'a stream claims more than the file has');
    for (let block = start; blocks.length < wanted; block = this.#table[block] ?? FREE) {
      if (block === CHAIN_END && size === null) break;
      blocks.push(this.#take(block));
    }
    const content = new Uint8Array(blocks.length << this.#shift);
    for (const [at, block] of blocks.entries()) content.set(block, at << this.#shift);
    return content;
  }

  /** One block, for its only reader. */
  #take(block: number): Uint8Array {
    const from = (block + 1) * (1 << this.#shift);
    assertSound(from < this.#bytes.length && this.#taken[block] === 0, 'a block is missing or stands in two chains');
    this.#taken[block] = 1;
    const content = new Uint8Array(1 << this.#shift);
    content.set(this.#bytes.subarray(from, from + content.length));
    return content;
  }

  #number(at: number): number {
    return this.#view.getUint32(at, true);
  }
}

function readEntry(bytes: Uint8Array): Entry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const units = Math.min(NAME_UNITS, Math.max(0, view.getUint16(0x40, true) / 2 - 1));
  const name = Array.from({ length: units }, (_, at) => String.fromCharCode(view.getUint16(at * 2, true))).join('');
  return {
    name: name.toUpperCase(),
    type: view.getUint8(0x42),
    left: view.getUint32(0x44, true),
    right: view.getUint32(0x48, true),
    child: view.getUint32(0x4c, true),
    start: view.getUint32(0x74, true),
    size: view.getUint32(0x78, true),
  };
}

function toNumbers(bytes: Uint8Array): readonly number[] {
  return Array.from({ length: bytes.length / 4 }, (_, at) => toNumber(bytes, at));
}

function toNumber(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at * 4, true);
}

export function assertSound(holds: boolean, why: string): asserts holds {
  if (!holds) throw new DamagedItemError(why);
}
