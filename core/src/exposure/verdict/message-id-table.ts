import { compareBytes, hashFolded } from './message-id-bytes.ts';

/** Bytes of one page of id texts; an id that is longer gets a page of its own. */
const PAGE_BYTES = 1 << 20;
/** Ids of one page share its number, so that an id costs one number and not an object. */
const PAGE_BITS = 20;
const SMALLEST_SLOTS = 1 << 10;
/** Longer clusters make every look-up slower; a fuller table saves little memory. */
const HIGHEST_LOAD = 0.7;

/**
 * Slots that are looked at for one id. Without malice a cluster of so many does not occur among millions of ids; whoever sends mails whose
 * ids share a hash, or differ in case only, makes one, and would make every look-up as long as the list of his mails.
 */
const LONGEST_PROBE = 512;

/** Bytes needed for the UTF-8 form of one UTF-16 unit, at most. */
const BYTES_PER_UNIT = 3;

/** What the table has of a text. */
export interface FoundIds {
  /** The id of exactly this text. */
  readonly exact: number | null;
  /** All ids that are equal but for case, `exact` among them, the oldest first; null when `exact` is the only one. */
  readonly alike: readonly number[] | null;
}

/**
 * Message-IDs by number, in flat arrays: a `Map` of five million strings would take most of a gigabyte. Texts that differ in case only
 * are different ids that are found together, the exact one told from the weaker ones (docs/formats/rules.md, Message-ID and fingerprint).
 */
export class MessageIdTable {
  #slotHashes = new Uint32Array(SMALLEST_SLOTS);
  /** Number of the id plus one; 0 is an empty slot. */
  #slotIds = new Uint32Array(SMALLEST_SLOTS);
  #size = 0;
  /** Where each id begins: page and offset in one number. Its length stands in the four bytes before its text. */
  #starts = new Float64Array(SMALLEST_SLOTS);
  readonly #pages: Uint8Array[] = [];
  #pageEnd = PAGE_BYTES;
  /** The few ids with characters beyond ASCII, whose case cannot be compared on bytes. */
  readonly #beyondAscii = new Set<number>();
  /** The few ids that others equal but for case, each with all of them. */
  readonly #alike = new Map<number, number[]>();
  /** Ids for which no slot was free within the longest probe: by text, and the oldest of each by text in lower case. */
  readonly #crowded = new Map<string, number>();
  readonly #crowdedFolded = new Map<string, number>();
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #scratch = new Uint8Array(1024);
  #scratchEnd = 0;
  #isAscii = true;

  get size(): number {
    return this.#size;
  }

  /** The number of the id, which is new unless this exact text was added before. Numbers count up from 0. */
  add(text: string): number {
    const hash = this.#hash(text);
    const { exact, folded } = this.#search(hash, text);
    if (exact >= 0) return exact;
    const id = this.#size;
    this.#store(id);
    this.#size += 1;
    if (folded >= 0) this.#join(folded, id);
    this.#place(hash, id, () => text);
    if (this.#size > this.#slotIds.length * HIGHEST_LOAD) this.#grow();
    return id;
  }

  /** The ids that equal the text, exactly or but for case; null when there is none. */
  find(text: string): FoundIds | null {
    if (this.#size === 0) return null;
    const { exact, folded } = this.#search(this.#hash(text), text);
    if (exact >= 0) return { exact, alike: this.#alike.get(exact) ?? null };
    return folded < 0 ? null : { exact: null, alike: this.#alike.get(folded) ?? [folded] };
  }

  textOf(id: number): string {
    const { page, start, end } = this.#locate(id);
    return this.#decoder.decode(page.subarray(start, end));
  }

  /** The id of the text and one that equals it but for case; the second is only looked for until the first is found. -1 is none. */
  #search(hash: number, text: string): { readonly exact: number; readonly folded: number } {
    const mask = this.#slotIds.length - 1;
    let folded = -1;
    let slot = hash & mask;
    for (let left = LONGEST_PROBE; left > 0; left -= 1) {
      const id = (this.#slotIds[slot] ?? 0) - 1;
      if (id < 0) break;
      if (this.#slotHashes[slot] === hash) {
        const comparison = this.#compare(id, text);
        if (comparison === 'exact') return { exact: id, folded };
        if (comparison === 'folded') folded = id;
      }
      slot = (slot + 1) & mask;
    }
    if (this.#crowded.size === 0) return { exact: -1, folded };
    const exact = this.#crowded.get(text) ?? -1;
    return { exact, folded: folded >= 0 ? folded : (this.#crowdedFolded.get(text.toLowerCase()) ?? -1) };
  }

  /** Puts an id that no slot has into the first free one, or among the crowded. */
  #place(hash: number, id: number, toText: () => string): void {
    const mask = this.#slotIds.length - 1;
    let slot = hash & mask;
    for (let left = LONGEST_PROBE; left > 0; left -= 1) {
      if (this.#slotIds[slot] === 0) {
        this.#slotHashes[slot] = hash;
        this.#slotIds[slot] = id + 1;
        return;
      }
      slot = (slot + 1) & mask;
    }
    const text = toText();
    const folded = text.toLowerCase();
    this.#crowded.set(text, id);
    if (!this.#crowdedFolded.has(folded)) this.#crowdedFolded.set(folded, id);
  }

  #join(older: number, id: number): void {
    const alike = this.#alike.get(older) ?? [older];
    alike.push(id);
    this.#alike.set(older, alike);
    this.#alike.set(id, alike);
  }

  /** Leaves the text's bytes in the scratch buffer and gives the hash of its lower-case form. */
  #hash(text: string): number {
    this.#encode(text);
    if (this.#isAscii) return hashFolded(this.#scratch, 0, this.#scratchEnd);
    const lower = this.#encoder.encode(text.toLowerCase());
    return hashFolded(lower, 0, lower.length);
  }

  #encode(text: string): void {
    if (text.length * BYTES_PER_UNIT > this.#scratch.length)
      this.#scratch = new Uint8Array(text.length * BYTES_PER_UNIT);
    const scratch = this.#scratch;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f) {
        this.#scratchEnd = this.#encoder.encodeInto(text, scratch).written;
        this.#isAscii = false;
        return;
      }
      scratch[at] = unit;
    }
    this.#scratchEnd = text.length;
    this.#isAscii = true;
  }

  #compare(id: number, text: string): 'exact' | 'folded' | 'different' {
    const { page, start, end } = this.#locate(id);
    const compared = compareBytes(page, start, end, this.#scratch, 0, this.#scratchEnd);
    if (compared !== 'different' || (this.#isAscii && !this.#beyondAscii.has(id))) return compared;
    return this.textOf(id).toLowerCase() === text.toLowerCase() ? 'folded' : 'different';
  }

  #store(id: number): void {
    const length = this.#scratchEnd;
    if (this.#pageEnd + 4 + length > (this.#pages.at(-1)?.length ?? 0)) {
      this.#pages.push(new Uint8Array(Math.max(PAGE_BYTES, 4 + length)));
      this.#pageEnd = 0;
    }
    const page = this.#pages.at(-1) ?? new Uint8Array();
    const start = this.#pageEnd;
    for (let byte = 0; byte < 4; byte += 1) page[start + byte] = length >>> (8 * byte);
    page.set(this.#scratch.subarray(0, length), start + 4);
    if (id >= this.#starts.length) this.#starts = extend(this.#starts, new Float64Array(this.#starts.length * 2));
    this.#starts[id] = (this.#pages.length - 1) * 2 ** PAGE_BITS + start;
    this.#pageEnd = start + 4 + length;
    if (!this.#isAscii) this.#beyondAscii.add(id);
  }

  #locate(id: number): { page: Uint8Array; start: number; end: number } {
    const position = this.#starts[id] ?? 0;
    const number = Math.floor(position / 2 ** PAGE_BITS);
    const start = position - number * 2 ** PAGE_BITS + 4;
    const page = this.#pages[number] ?? new Uint8Array();
    let length = 0;
    for (let byte = 0; byte < 4; byte += 1) length |= (page[start - 4 + byte] ?? 0) << (8 * byte);
    return { page, start, end: start + length };
  }

  #grow(): void {
    const hashes = this.#slotHashes;
    const ids = this.#slotIds;
    this.#slotHashes = new Uint32Array(ids.length * 2);
    this.#slotIds = new Uint32Array(ids.length * 2);
    for (let from = 0; from < ids.length; from += 1) {
      const id = (ids[from] ?? 0) - 1;
      if (id >= 0) this.#place(hashes[from] ?? 0, id, () => this.textOf(id));
    }
  }
}

function extend(from: Float64Array, to: Float64Array): Float64Array<ArrayBuffer> {
  to.set(from);
  return to as Float64Array<ArrayBuffer>;
}
