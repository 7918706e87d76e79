/** Pages and entries of the two trees of an Outlook file ([MS-PST] 2.2.2.7). */
interface PageForm {
  readonly pageBytes: number;
  /** Offset of the number of entries, followed by the maximum, the entry size, and the level (0: a leaf). */
  readonly countAt: number;
  readonly countBytes: 1 | 2;
  readonly typeAt: number;
  /** This is the offset of the page identifier: a later page has a higher one. */
  readonly pageIdAt: number;
  /** Identifiers and offsets have this many bytes. */
  readonly wordBytes: 4 | 8;
  readonly nodeRootAt: number;
  readonly blockRootAt: number;
}

const ANSI: PageForm = {
  ...{ pageBytes: 512, countAt: 496, countBytes: 1, typeAt: 500, pageIdAt: 504, wordBytes: 4 },
  ...{ nodeRootAt: 188, blockRootAt: 196 },
};
const UNICODE: PageForm = {
  ...{ pageBytes: 512, countAt: 488, countBytes: 1, typeAt: 496, pageIdAt: 504, wordBytes: 8 },
  ...{ nodeRootAt: 224, blockRootAt: 240 },
};
/** Files of Outlook 2013 with pages of 4 KB, which only caches (.ost) have. */
const UNICODE_4K: PageForm = {
  ...UNICODE,
  pageBytes: 4096,
  countAt: 4056,
  countBytes: 2,
  typeAt: 4072,
  pageIdAt: 4080,
};

const HEADER_BYTES = 512;
const LAST_ANSI_VERSION = 15;
const VERSION_4K = 36;

const BLOCK_PAGE = 0x80;
const NODE_PAGE = 0x81;
/** Levels of a tree: eight of fifteen entries and more are more than any file has. */
const LEVELS_LIMIT = 8;
/** Entries that are kept of a damaged file: some hundred megabytes of memory. */
const ENTRIES_LIMIT = 1_000_000;
const MESSAGE_NODE = 0x04;
const FOLDER_NODE = 0x02;
const NODE_TYPE_MASK = 0x1f;

export type ReadBytes = (buffer: Buffer, position: number) => void;

/** A message or folder of the node tree, and its parent node. */
export interface PstChild {
  readonly node: number;
  readonly parent: number;
}

/**
 * What is left of the trees of a damaged file: whatever their pages lead to and, where some page does not, what every
 * page in the file says. The library gives up a whole file at its first wrong page.
 */
export class PstIndex {
  readonly #read: ReadBytes;
  readonly #bytes: number;
  readonly #form: PageForm;
  readonly #nodes = new Map<number, Buffer>();
  readonly #blocks = new Map<number, Buffer>();
  #isLoaded = false;
  /** Whether a page was none, as far as the trees were read. */
  isDamaged = false;
  /** A page may lead back to another one. */
  readonly #visited = new Set<number>();

  constructor(read: ReadBytes, bytes: number, version: number) {
    this.#read = read;
    this.#bytes = bytes;
    this.#form = version <= LAST_ANSI_VERSION ? ANSI : version === VERSION_4K ? UNICODE_4K : UNICODE;
  }

  #load(): void {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    const reached = { nodes: new Map<number, Buffer>(), blocks: new Map<number, Buffer>() };
    const nodesAreWhole = this.#walkTree(NODE_PAGE, (page) => this.#take(page, NODE_PAGE, reached.nodes));
    const blocksAreWhole = this.#walkTree(BLOCK_PAGE, (page) => this.#take(page, BLOCK_PAGE, reached.blocks));
    this.isDamaged = !nodesAreWhole || !blocksAreWhole;
    if (this.isDamaged) this.#scan();
    // What a tree leads to is newer than a page that was left over.
    for (const [key, entry] of reached.nodes) this.#nodes.set(key, entry);
    for (const [key, entry] of reached.blocks) this.#blocks.set(key, entry);
  }

  find(index: number, isNode: boolean): Buffer | undefined {
    this.#load();
    // The lowest bit of a block's identifier means nothing ([MS-PST] 2.2.2.2).
    return isNode ? this.#nodes.get(index) : (this.#blocks.get(index) ?? this.#blocks.get(index - (index % 2)));
  }

  /** Children come in the order of their identifiers. */
  children(): PstChild[] {
    const children: PstChild[] = [];
    const add = (entry: Buffer): void => {
      const node = entry.readUInt32LE(0);
      const type = node & NODE_TYPE_MASK;
      if (type !== MESSAGE_NODE && type !== FOLDER_NODE) return;
      children.push({ node, parent: entry.readUInt32LE(3 * this.#form.wordBytes) });
    };
    const isWhole =
      !this.#isLoaded && this.#walkTree(NODE_PAGE, (page) => this.#entriesOf(page, NODE_PAGE).forEach(add));
    if (!isWhole) {
      children.length = 0;
      this.#load();
      this.#nodes.forEach(add);
    }
    return children.sort((a, b) => a.node - b.node);
  }

  static isMessage({ node }: Pick<PstChild, 'node'>): boolean {
    return (node & NODE_TYPE_MASK) === MESSAGE_NODE;
  }

  /** Gives every leaf that the tree leads to; false where a page was none, so that leaves are missing. */
  #walkTree(type: number, take: (page: Buffer) => void): boolean {
    this.#visited.clear();
    const header = Buffer.alloc(HEADER_BYTES);
    this.#read(header, 0);
    const { nodeRootAt, blockRootAt } = this.#form;
    return this.#walk(this.#word(header, type === NODE_PAGE ? nodeRootAt : blockRootAt), type, null, take);
  }

  #walk(offset: number, type: number, level: number | null, take: (page: Buffer) => void): boolean {
    if (this.#visited.has(offset)) return false;
    this.#visited.add(offset);
    const page = this.#readPage(offset);
    const { typeAt } = this.#form;
    const found = page === null ? null : this.#readHead(page);
    const isPage = page !== null && page[typeAt] === type && page[typeAt + 1] === type;
    if (page === null || found === null || !isPage || (level !== null && found.level !== level)) return false;
    if (found.level === 0) {
      take(page);
      return true;
    }
    let isWhole = true;
    for (let at = 0; at < found.count; at += 1) {
      const inner = this.#word(page, (3 * at + 2) * this.#form.wordBytes);
      isWhole = this.#walk(inner, type, found.level - 1, take) && isWhole;
    }
    return isWhole;
  }

  /** Leaves wherever they lie, the older ones first. */
  #scan(): void {
    const { pageBytes, typeAt, pageIdAt } = this.#form;
    const leaves: { readonly offset: number; readonly type: number; readonly id: number }[] = [];
    for (let offset = pageBytes; offset + pageBytes <= this.#bytes; offset += pageBytes) {
      const page = this.#readPage(offset);
      const head = page === null ? null : this.#readHead(page);
      if (page === null || head === null || head.level !== 0) continue;
      // One of the two that say the type may be damaged; the size of an entry says the same.
      for (const type of [NODE_PAGE, BLOCK_PAGE]) {
        const isType = page[typeAt] === type || page[typeAt + 1] === type;
        if (isType && head.entryBytes === this.#leafBytes(type))
          leaves.push({ offset, type, id: this.#word(page, pageIdAt) });
      }
    }
    for (const { offset, type } of leaves.sort((a, b) => a.id - b.id)) {
      const page = this.#readPage(offset);
      if (page !== null) this.#take(page, type, type === NODE_PAGE ? this.#nodes : this.#blocks);
    }
  }

  #take(page: Buffer, type: number, into: Map<number, Buffer>): void {
    for (const entry of this.#entriesOf(page, type)) {
      // Of a node's identifier the upper half is always empty.
      const key = type === NODE_PAGE ? entry.readUInt32LE(0) : this.#word(entry, 0);
      if (key !== 0 && into.size < ENTRIES_LIMIT) into.set(key, Buffer.from(entry));
    }
  }

  #entriesOf(page: Buffer, type: number): Buffer[] {
    const bytes = this.#leafBytes(type);
    const most = Math.floor(this.#form.countAt / bytes);
    const count = Math.min(this.#readHead(page)?.count ?? most, most);
    return Array.from({ length: count }, (_, at) => page.subarray(at * bytes, (at + 1) * bytes));
  }

  #readPage(offset: number): Buffer | null {
    const { pageBytes } = this.#form;
    if (offset <= 0 || offset + pageBytes > this.#bytes) return null;
    const page = Buffer.alloc(pageBytes);
    this.#read(page, offset);
    return page;
  }

  /** Null where that cannot be the head of a page. */
  #readHead(page: Buffer): { readonly count: number; readonly level: number; readonly entryBytes: number } | null {
    const { countAt, countBytes } = this.#form;
    const count = countBytes === 1 ? page.readUInt8(countAt) : page.readUInt16LE(countAt);
    const most = countBytes === 1 ? page.readUInt8(countAt + 1) : page.readUInt16LE(countAt + 2);
    const entryBytes = page.readUInt8(countAt + 2 * countBytes);
    const level = page.readUInt8(countAt + 2 * countBytes + 1);
    return count > most || level > LEVELS_LIMIT || most * entryBytes > countAt ? null : { count, level, entryBytes };
  }

  #leafBytes(type: number): number {
    return this.#form.wordBytes === 4 ? (type === NODE_PAGE ? 16 : 12) : type === NODE_PAGE ? 32 : 24;
  }

  #word(bytes: Buffer, at: number): number {
    return this.#form.wordBytes === 4 ? bytes.readUInt32LE(at) : Number(bytes.readBigUInt64LE(at));
  }
}
