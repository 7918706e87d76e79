const CHUNK_BYTES = 1024 * 1024;
const FIRST_BLOCK_BYTES = 8;
const LONGEST_BLOCK_BYTES = 256;
const NO_BLOCK = 0;
/** Offset of the first block. */
const FIRST_BLOCK = 8;
/** Block header: four bytes with the offset of the next block. */
const LINK_BYTES = 4;

/**
 * Inverted index of words. Each word has a chain of blocks with increasing message numbers as delta-coded bytes: a word
 * of a message costs little more than one byte. Messages are numbered in the order in which they were read.
 */
export class WordIndex {
  readonly #budgetBytes: number;
  readonly #places = new Map<string, number>();
  #words: string[] = [];
  #vocabulary: { text: string; starts: number[]; words: number } = { text: '', starts: [], words: 0 };
  readonly #chunks: Uint8Array[] = [];
  #used = FIRST_BLOCK;
  #firstBlock = new Uint32Array(4096);
  #lastBlock = new Uint32Array(4096);
  #writeAt = new Uint32Array(4096);
  #writeEnd = new Uint32Array(4096);
  #lastRead = new Int32Array(4096);
  #blockBytes = new Uint16Array(4096);
  readonly #rows: number[] = [];
  #vocabularyChars = 0;

  constructor(budgetBytes: number) {
    this.#budgetBytes = budgetBytes;
  }

  get messages(): number {
    return this.#rows.length;
  }

  get usedBytes(): number {
    // Approximate cost of a word in the map, the list and the five arrays.
    return this.#chunks.length * CHUNK_BYTES + this.#vocabularyChars * 2 + this.#words.length * 96;
  }

  /** False when full: what was read stays searchable. */
  add(row: number, words: ReadonlySet<string>): boolean {
    if (this.usedBytes >= this.#budgetBytes) return false;
    const read = this.#rows.push(row) - 1;
    for (const word of words) this.#append(this.#place(word), read);
    return true;
  }

  /** Marks messages with a word that contains this text; only whole words with `isWhole`. */
  mark(piece: string, isWhole: boolean, rows: Uint8Array): void {
    if (isWhole) {
      const place = this.#places.get(piece);
      if (place !== undefined) this.#markWord(place, rows);
      return;
    }
    const { text, starts } = this.#refreshVocabulary();
    // Common words come first: a piece of very many words has soon marked every message.
    let left = this.#rows.reduce((unmarked, row) => unmarked + (rows[row] === 0 ? 1 : 0), 0);
    for (let found = text.indexOf(piece); found >= 0; ) {
      const place = findWord(starts, found);
      left -= this.#markWord(place, rows);
      const next = starts[place + 1];
      if (next === undefined || left === 0) return;
      found = text.indexOf(piece, next);
    }
  }

  /** Returns how many it marked that were not. */
  #markWord(place: number, rows: Uint8Array): number {
    let read = -1;
    let marked = 0;
    const last = this.#lastBlock[place] ?? NO_BLOCK;
    for (let block = this.#firstBlock[place] ?? NO_BLOCK, bytes = FIRST_BLOCK_BYTES; block !== NO_BLOCK; ) {
      const chunk = this.#chunks[Math.floor(block / CHUNK_BYTES)] ?? new Uint8Array(0);
      const from = (block % CHUNK_BYTES) + LINK_BYTES;
      const end = from - LINK_BYTES + (block === last ? (this.#writeAt[place] ?? 0) - block : bytes);
      for (let at = from; at < end; ) {
        let [difference, shift] = [0, 0];
        for (;;) {
          const byte = chunk[at] ?? 0;
          at += 1;
          // A zero byte ends a block that the next number did not fit in.
          difference |= (byte & 127) << shift;
          if (byte < 128) break;
          shift += 7;
        }
        if (difference === 0) break;
        read += difference;
        const row = this.#rows[read] ?? 0;
        if (rows[row] === 0) marked += 1;
        rows[row] = 1;
      }
      if (block === last) return marked;
      block = readLink(chunk, from - LINK_BYTES);
      bytes = Math.min(bytes * 2, LONGEST_BLOCK_BYTES);
    }
    return marked;
  }

  #append(place: number, read: number): void {
    let difference = read - (this.#lastRead[place] ?? -1);
    this.#lastRead[place] = read;
    const size = difference < 0x80 ? 1 : difference < 0x4000 ? 2 : difference < 0x200000 ? 3 : 4;
    if ((this.#writeAt[place] ?? 0) + size > (this.#writeEnd[place] ?? 0)) this.#openBlock(place);
    let at = this.#writeAt[place] ?? 0;
    const chunk = this.#chunks[Math.floor(at / CHUNK_BYTES)];
    if (chunk === undefined) throw new Error('a block outside of its memory');
    for (; difference >= 0x80; difference >>>= 7) {
      chunk[at % CHUNK_BYTES] = (difference & 127) | 128;
      at += 1;
    }
    chunk[at % CHUNK_BYTES] = difference;
    this.#writeAt[place] = at + 1;
  }

  #openBlock(place: number): void {
    const before = this.#lastBlock[place] ?? NO_BLOCK;
    const bytes =
      before === NO_BLOCK ? FIRST_BLOCK_BYTES : Math.min((this.#blockBytes[place] ?? 0) * 2, LONGEST_BLOCK_BYTES);
    // A block lies in one chunk.
    if (this.#used + bytes > this.#chunks.length * CHUNK_BYTES) {
      this.#used = Math.max(FIRST_BLOCK, this.#chunks.length * CHUNK_BYTES);
      this.#chunks.push(new Uint8Array(CHUNK_BYTES));
    }
    const block = this.#used;
    this.#used += bytes;
    if (before === NO_BLOCK) this.#firstBlock[place] = block;
    else writeLink(this.#chunks[Math.floor(before / CHUNK_BYTES)], before % CHUNK_BYTES, block);
    this.#lastBlock[place] = block;
    this.#blockBytes[place] = bytes;
    this.#writeAt[place] = block + LINK_BYTES;
    this.#writeEnd[place] = block + bytes;
  }

  #place(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    const place = this.#words.push(word) - 1;
    this.#places.set(word, place);
    this.#vocabularyChars += word.length;
    if (place >= this.#firstBlock.length) this.#grow();
    this.#lastRead[place] = -1;
    return place;
  }

  #grow(): void {
    const longer = <List extends Int32Array | Uint16Array | Uint32Array>(
      list: List,
      make: (length: number) => List,
    ): List => {
      const made = make(list.length * 2);
      made.set(list);
      return made;
    };
    this.#firstBlock = longer(this.#firstBlock, (length) => new Uint32Array(length));
    this.#lastBlock = longer(this.#lastBlock, (length) => new Uint32Array(length));
    this.#writeAt = longer(this.#writeAt, (length) => new Uint32Array(length));
    this.#writeEnd = longer(this.#writeEnd, (length) => new Uint32Array(length));
    this.#lastRead = longer(this.#lastRead, (length) => new Int32Array(length));
    this.#blockBytes = longer(this.#blockBytes, (length) => new Uint16Array(length));
  }

  /** All words as one text for the runtime's own search. Rebuilt when words are added. */
  #refreshVocabulary(): { readonly text: string; readonly starts: readonly number[] } {
    const { words, starts } = this.#vocabulary;
    if (words !== this.#words.length) {
      const added = this.#words.slice(words);
      let at = this.#vocabulary.text.length;
      for (const word of added) {
        starts.push(at);
        at += word.length + 1;
      }
      const text = `${this.#vocabulary.text}${added.join('\n')}\n`;
      this.#vocabulary = { text, starts, words: this.#words.length };
    }
    return this.#vocabulary;
  }
}

function findWord(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function readLink(chunk: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = chunk.subarray(at, at + LINK_BYTES);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

function writeLink(chunk: Uint8Array | undefined, at: number, block: number): void {
  if (chunk === undefined) throw new Error('a block outside of its memory');
  chunk.set([block >>> 24, (block >>> 16) & 255, (block >>> 8) & 255, block & 255], at);
}
