import { compareBytes, hashFolded, isSame, toView } from './message-id-bytes.ts';

/** Bytes per page of id texts; a longer id gets its own page. */
const PAGE_BYTES = 1 << 20;
const LENGTH_BYTES = 4;
/** Ids of one page share its number, so that an id costs a number and not an object. */
const PAGE_BITS = 20;
const SMALLEST_SLOTS = 1 << 10;
/** Longer clusters slow down every lookup; a fuller table saves little memory. */
const MAX_LOAD = 0.7;

/**
 * Maximum probes per id. Only crafted ids (equal hashes, or differing only in case) make such a cluster, which would
 * make every lookup as long as the sender's list.
 */
const MAX_PROBE = 512;

/** Bytes needed for the UTF-8 form of one UTF-16 unit, at most. */
const BYTES_PER_UNIT = 3;

export interface FoundIds {
  readonly exact: number | null;
  /** All ids equal ignoring case, including `exact`, oldest first; null when `exact` is the only one. */
  readonly alike: readonly number[] | null;
}

/**
 * Message-IDs by number in flat arrays: a `Map` of five million strings would take most of a gigabyte. Texts that
 * differ only in case are separate ids, found together (docs/formats/rules.md, Message-ID and fingerprint).
 */
export class MessageIdTable {
  /** Hash and id number plus one, adjacent because they are read together; 0 is an empty slot. */
  #slots = new Uint32Array(SMALLEST_SLOTS * 2);
  #size = 0;
  /** Start of each id: page and offset in one number. Its length is in the four bytes before its text. */
  #starts = new Float64Array(SMALLEST_SLOTS);
  readonly #pages: Page[] = [];
  #pageEnd = PAGE_BYTES;
  /** The few non-ASCII ids, whose case cannot be compared on bytes. */
  readonly #beyondAscii = new Set<number>();
  /** The few ids that others equal ignoring case, each with all of them. */
  readonly #alike = new Map<number, number[]>();
  /** Ids without a free slot within the maximum probes: by text, and the oldest of each by lower-case text. */
  readonly #crowded = new Map<string, number>();
  readonly #crowdedFolded = new Map<string, number>();
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #scratch = toPage(1024);
  #scratchEnd = 0;
  #isAscii = true;

  get size(): number {
    return this.#size;
  }

  /** The number of the id, new unless this exact text exists. Numbers start at 0. */
  add(text: string): number {
    const hash = this.#hash(text);
    const { exact, folded } = this.#search(hash, text);
    if (exact >= 0) return exact;
    const id = this.#size;
    this.#store(id);
    this.#size += 1;
    if (folded >= 0) this.#join(folded, id);
    this.#place(hash, id, () => text);
    if (this.#size > (this.#slots.length / 2) * MAX_LOAD) this.#grow();
    return id;
  }

  /** The ids equal to the text, exactly or ignoring case; null when none. */
  find(text: string): FoundIds | null {
    if (this.#size === 0) return null;
    const { exact, folded } = this.#search(this.#hash(text), text);
    if (exact >= 0) return { exact, alike: this.#alike.get(exact) ?? null };
    return folded < 0 ? null : { exact: null, alike: this.#alike.get(folded) ?? [folded] };
  }

  textOf(id: number): string {
    const { page, start, end } = this.#locate(id);
    return this.#decoder.decode(page.bytes.subarray(start, end));
  }

  /**
   * The id of the text and one equal ignoring case; the second is only searched until the first is found. -1 is none.
   */
  #search(hash: number, text: string): { readonly exact: number; readonly folded: number } {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let folded = -1;
    let slot = hash & mask;
    for (let left = MAX_PROBE; left > 0; left -= 1) {
      const id = (slots[slot * 2 + 1] ?? 0) - 1;
      if (id < 0) break;
      if (slots[slot * 2] === hash) {
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

  /** Inserts an id into the first free slot, or into the overflow. */
  #place(hash: number, id: number, toText: () => string): void {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = hash & mask;
    for (let left = MAX_PROBE; left > 0; left -= 1) {
      if (slots[slot * 2 + 1] === 0) {
        slots[slot * 2] = hash;
        slots[slot * 2 + 1] = id + 1;
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

  /** Leaves the text's bytes in the scratch buffer and returns the hash of its lower-case form. */
  #hash(text: string): number {
    if (text.length * BYTES_PER_UNIT > this.#scratch.bytes.length) this.#scratch = toPage(text.length * BYTES_PER_UNIT);
    const { bytes, view } = this.#scratch;
    this.#scratchEnd = this.#encoder.encodeInto(text, bytes).written;
    // Non-ASCII text has more bytes than units.
    this.#isAscii = this.#scratchEnd === text.length;
    if (this.#isAscii) return hashFolded(bytes, view, 0, this.#scratchEnd);
    const lower = this.#encoder.encode(text.toLowerCase());
    return hashFolded(lower, toView(lower), 0, lower.length);
  }

  #compare(id: number, text: string): 'exact' | 'folded' | 'different' {
    const { page, start, end } = this.#locate(id);
    const { bytes, view } = this.#scratch;
    if (isSame(page.view, start, end, view, 0, this.#scratchEnd)) return 'exact';
    const compared = compareBytes(page.bytes, start, end, bytes, 0, this.#scratchEnd);
    if (compared !== 'different' || (this.#isAscii && !this.#beyondAscii.has(id))) return compared;
    return this.textOf(id).toLowerCase() === text.toLowerCase() ? 'folded' : 'different';
  }

  #store(id: number): void {
    const length = this.#scratchEnd;
    if (this.#pageEnd + LENGTH_BYTES + length > (this.#pages.at(-1)?.bytes.length ?? 0)) {
      this.#pages.push(toPage(Math.max(PAGE_BYTES, LENGTH_BYTES + length)));
      this.#pageEnd = 0;
    }
    const { bytes, view } = this.#pages.at(-1) ?? NO_PAGE;
    const start = this.#pageEnd;
    view.setUint32(start, length);
    bytes.set(this.#scratch.bytes.subarray(0, length), start + LENGTH_BYTES);
    if (id >= this.#starts.length) this.#starts = extend(this.#starts, new Float64Array(this.#starts.length * 2));
    this.#starts[id] = (this.#pages.length - 1) * 2 ** PAGE_BITS + start;
    this.#pageEnd = start + LENGTH_BYTES + length;
    if (!this.#isAscii) this.#beyondAscii.add(id);
  }

  #locate(id: number): { page: Page; start: number; end: number } {
    const position = this.#starts[id] ?? 0;
    const number = Math.floor(position / 2 ** PAGE_BITS);
    const start = position - number * 2 ** PAGE_BITS + LENGTH_BYTES;
    const page = this.#pages[number] ?? NO_PAGE;
    return { page, start, end: start + page.view.getUint32(start - LENGTH_BYTES) };
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let from = 0; from < old.length; from += 2) {
      const id = (old[from + 1] ?? 0) - 1;
      if (id >= 0) this.#place(old[from] ?? 0, id, () => this.textOf(id));
    }
  }
}

/** Texts of ids, each after its length. */
interface Page {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

function toPage(size: number): Page {
  const bytes = new Uint8Array(size);
  return { bytes, view: toView(bytes) };
}

const NO_PAGE = toPage(0);

function extend(from: Float64Array, to: Float64Array): Float64Array<ArrayBuffer> {
  to.set(from);
  return to as Float64Array<ArrayBuffer>;
}
