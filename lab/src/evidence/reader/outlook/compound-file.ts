/** Offsets and values of a compound file ([MS-CFB]) for chains and the entry tree. */
const BLOCK_MARK = 30;
const LARGE_BLOCKS = 12;
const LARGE_BLOCK_BYTES = 4_096;
const BLOCK_BYTES = 512;
const SMALL_BLOCK_BYTES = 64;
/** Smaller streams are in small blocks. */
const LEAST_BIG_STREAM_BYTES = 4_096;
const TABLE_COUNT = 0x2c;
const ENTRIES_START = 0x30;
const SMALL_TABLE_START = 0x3c;
const SMALL_TABLE_COUNT = 0x40;
const MORE_TABLES_START = 0x44;
const MORE_TABLES_COUNT = 0x48;
const TABLE_LIST = 0x4c;
const TABLES_IN_HEADER = 109;
const CHAIN_END = -2;
const NOTHING = -1;
const ENTRY_BYTES = 128;
const FOLDER = 1;
const STREAM = 2;
const ROOT = 5;
/** In a sound file no block belongs to two streams; a damaged one may be read as far as it goes, but not for ever. */
const TIMES_READ = 8;

/**
 * Throws when the chains or the tree of a compound file run in a circle or claim more than the file has. The library
 * that reads it follows them without a limit: one wrong number in a damaged or hostile file would let it run for ever.
 */
export function assertEnds(bytes: Buffer): void {
  new CompoundFile(bytes).assertEnds();
}

class CompoundFile {
  readonly #bytes: Buffer;
  readonly #blockBytes: number;
  readonly #blocks: number;
  readonly #tables: readonly number[];
  readonly #smallTables: readonly number[];
  /** Steps and bytes that all streams together may take. */
  #smallStepsLeft: number;
  #streamBytesLeft: number;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#blockBytes = bytes[BLOCK_MARK] === LARGE_BLOCKS ? LARGE_BLOCK_BYTES : BLOCK_BYTES;
    this.#blocks = Math.ceil(bytes.length / this.#blockBytes);
    this.#smallStepsLeft = TIMES_READ * Math.ceil(bytes.length / SMALL_BLOCK_BYTES);
    this.#streamBytesLeft = TIMES_READ * bytes.length;
    this.#tables = this.#readTables();
    this.#smallTables = this.#readSmallTables();
  }

  assertEnds(): void {
    const blocks = [...this.#follow(this.#number(ENTRIES_START))];
    const perBlock = this.#blockBytes / ENTRY_BYTES;
    const count = blocks.length * perBlock;
    const placeOf = (entry: number) =>
      this.#placeOf(blocks[Math.floor(entry / perBlock)] ?? 0) + (entry % perBlock) * ENTRY_BYTES;
    const seen = new Uint8Array(count);
    const waiting = [0];
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      // The library stops by itself at an entry that is not there.
      if (entry < 0 || entry >= count) continue;
      if (seen[entry] === 1) throw new Error('its tree runs in a circle');
      seen[entry] = 1;
      const place = placeOf(entry);
      const type = this.#bytes[place + 0x42];
      if (type === STREAM) this.#assertStreamEnds(this.#number(place + 0x74), this.#number(place + 0x78));
      if (entry === 0) {
        if (type !== ROOT) throw new Error('its tree has no root');
        for (const _ of this.#follow(this.#number(place + 0x74)));
      }
      if (type !== STREAM && type !== FOLDER && type !== ROOT) continue;
      const next = [0x44, 0x48, ...(type === STREAM ? [] : [0x4c])].map((at) => this.#number(place + at));
      waiting.push(...next.filter((one) => one !== NOTHING));
    }
  }

  #assertStreamEnds(start: number, size: number): void {
    this.#streamBytesLeft -= size;
    if (size > this.#bytes.length || this.#streamBytesLeft < 0)
      throw new Error('its streams claim more bytes than the file has');
    if (size <= 0 || size >= LEAST_BIG_STREAM_BYTES) return;
    for (let block = start; block !== CHAIN_END; block = this.#next(block, this.#smallTables)) {
      this.#smallStepsLeft -= 1;
      if (this.#smallStepsLeft < 0) throw new Error('its small blocks run in a circle');
    }
  }

  /** The blocks of a chain. */
  *#follow(start: number): Generator<number> {
    let left = this.#blocks;
    for (let block = start; block !== CHAIN_END; block = this.#next(block, this.#tables)) {
      left -= 1;
      if (left < 0) throw new Error('its blocks run in a circle');
      yield block;
    }
  }

  #next(block: number, tables: readonly number[]): number {
    const perTable = this.#blockBytes / 4;
    const table = tables[Math.floor(block / perTable)];
    return table === undefined ? CHAIN_END : this.#number(this.#placeOf(table) + (block % perTable) * 4);
  }

  #readTables(): number[] {
    const inHeader = Math.min(Math.max(this.#number(TABLE_COUNT), 0), TABLES_IN_HEADER);
    const tables = Array.from({ length: inHeader }, (_, at) => this.#number(TABLE_LIST + at * 4));
    const more = this.#number(MORE_TABLES_COUNT);
    if (more > this.#blocks) throw new Error('it claims more tables than it has blocks');
    const perBlock = this.#blockBytes / 4 - 1;
    let block = this.#number(MORE_TABLES_START);
    let left = this.#number(TABLE_COUNT) - inHeader;
    for (let list = 0; list < more && block >= 0; list += 1) {
      const place = this.#placeOf(block);
      for (let at = 0; at < Math.min(left, perBlock); at += 1) {
        const table = this.#number(place + at * 4);
        if (table < 0) break;
        tables.push(table);
      }
      left -= Math.min(left, perBlock);
      block = this.#number(place + perBlock * 4);
    }
    return tables;
  }

  #readSmallTables(): number[] {
    const count = this.#number(SMALL_TABLE_COUNT);
    if (count > this.#blocks) throw new Error('it claims more tables than it has blocks');
    const tables: number[] = [];
    for (let block = this.#number(SMALL_TABLE_START); tables.length < count && block !== 0 && block !== CHAIN_END; ) {
      tables.push(block);
      block = this.#next(block, this.#tables);
    }
    return tables;
  }

  #placeOf(block: number): number {
    return (block + 1) * this.#blockBytes;
  }

  #number(place: number): number {
    return place >= 0 && place + 4 <= this.#bytes.length ? this.#bytes.readInt32LE(place) : CHAIN_END;
  }
}
