import { compareBytes, hashFolded, isSame, toView } from '../records/message-id-bytes.ts';

/** Packed Message-IDs in UTF-8: id `n` is from `offsets[n]` to `offsets[n + 1]`. */
export interface PackedMessageIds {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/** Slots per id at least, rounded up to a power of two: clusters stay short. */
const SLOTS_PER_ID = 1.3;

/**
 * Batch size. The steps of a batch are short loops without dependencies between ids, so the processor overlaps memory
 * accesses, which is most of the time of a join of millions.
 */
const BATCH_IDS = 2_048;

/** Set on a slot's row when more rows have the same id. */
const CHAINED = 0x80000000;
const ROW = 0x7fffffff;

/**
 * Index over the ids of records for looking up ids of copies: B1's join over packed columns, like `MessageIdTable` over
 * texts. Eight bytes per slot and four per id; the column itself is not copied.
 */
export class PackedMessageIdIndex {
  readonly #ids: PackedMessageIds;
  /** Hash and row plus one, side by side; row 0 is an empty slot. */
  readonly #slots: Uint32Array;
  /** The next row with the same id, plus one. */
  readonly #nextRows: Uint32Array;
  readonly #mask: number;
  readonly #hashes = new Uint32Array(BATCH_IDS + 1);

  constructor(ids: PackedMessageIds) {
    const count = Math.max(ids.offsets.length - 1, 0);
    const slots = 2 ** Math.ceil(Math.log2(Math.max(count * SLOTS_PER_ID, 2)));
    this.#ids = ids;
    this.#slots = new Uint32Array(slots * 2);
    this.#nextRows = new Uint32Array(count);
    this.#mask = slots - 1;
    for (let from = 0; from < count; from += BATCH_IDS) this.#insert(from, Math.min(from + BATCH_IDS, count));
  }

  /** Calls `visit` for every pair of rows with equal ids, exactly or ignoring ASCII case. */
  join(other: PackedMessageIds, visit: (row: number, otherRow: number, isExact: boolean) => void): void {
    const count = Math.max(other.offsets.length - 1, 0);
    for (let from = 0; from < count; from += BATCH_IDS) {
      const to = Math.min(from + BATCH_IDS, count);
      this.#hash(other, from, to);
      this.#probe(other, from, to, visit);
    }
  }

  #insert(from: number, to: number): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const hashes = this.#hashes;
    this.#hash(this.#ids, from, to);
    this.#touch(to - from);
    for (let row = from; row < to; row += 1) {
      const hash = hashes[row - from] ?? 0;
      let slot = hash & mask;
      let isPlaced = false;
      while (slots[slot * 2 + 1] !== 0) {
        if (slots[slot * 2] === hash && this.#chain(slot, row)) {
          isPlaced = true;
          break;
        }
        slot = (slot + 1) & mask;
      }
      if (isPlaced) continue;
      slots[slot * 2] = hash;
      slots[slot * 2 + 1] = row + 1;
    }
  }

  /** Links the row to the slot's first one if the ids are equal. */
  #chain(slot: number, row: number): boolean {
    const { bytes, offsets } = this.#ids;
    const entry = this.#slots[slot * 2 + 1] ?? 0;
    const first = entry & ROW;
    const start = offsets[row] ?? 0;
    const end = offsets[row + 1] ?? 0;
    if (compareBytes(bytes, offsets[first - 1] ?? 0, offsets[first] ?? 0, bytes, start, end) !== 'exact') return false;
    this.#nextRows[row] = this.#nextRows[first - 1] ?? 0;
    this.#nextRows[first - 1] = row + 1;
    this.#slots[slot * 2 + 1] = entry | CHAINED;
    return true;
  }

  #probe(
    other: PackedMessageIds,
    from: number,
    to: number,
    visit: (row: number, otherRow: number, isExact: boolean) => void,
  ): void {
    const { bytes, offsets } = this.#ids;
    const view = toView(bytes);
    const otherView = toView(other.bytes);
    const slots = this.#slots;
    const mask = this.#mask;
    const hashes = this.#hashes;
    this.#touch(to - from);
    for (let at = from; at < to; at += 1) {
      const hash = hashes[at - from] ?? 0;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const entry = slots[slot * 2 + 1] ?? 0;
        if (entry === 0) break;
        if (slots[slot * 2] !== hash) continue;
        const first = entry & ROW;
        const start = other.offsets[at] ?? 0;
        const end = other.offsets[at + 1] ?? 0;
        const firstStart = offsets[first - 1] ?? 0;
        const firstEnd = offsets[first] ?? 0;
        const isExact = isSame(view, firstStart, firstEnd, otherView, start, end);
        if (!isExact && compareBytes(bytes, firstStart, firstEnd, other.bytes, start, end) !== 'folded') continue;
        visit(first - 1, at, isExact);
        if (entry === first) continue;
        for (let row = this.#nextRows[first - 1] ?? 0; row !== 0; row = this.#nextRows[row - 1] ?? 0) {
          visit(row - 1, at, isExact);
        }
      }
    }
  }

  #hash({ bytes, offsets }: PackedMessageIds, from: number, to: number): void {
    const view = toView(bytes);
    const hashes = this.#hashes;
    for (let row = from; row < to; row += 1) {
      hashes[row - from] = hashFolded(bytes, view, offsets[row] ?? 0, offsets[row + 1] ?? 0);
    }
  }

  /** Prefetches the slots of a batch and the ids of their rows. */
  #touch(count: number): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const hashes = this.#hashes;
    const { bytes, offsets } = this.#ids;
    let seen = 0;
    for (let at = 0; at < count; at += 1) seen += slots[((hashes[at] ?? 0) & mask) * 2] ?? 0;
    for (let at = 0; at < count; at += 1) {
      const slot = ((hashes[at] ?? 0) & mask) * 2;
      const entry = (slots[slot + 1] ?? 0) & ROW;
      if (entry !== 0 && slots[slot] === hashes[at]) seen += bytes[offsets[entry - 1] ?? 0] ?? 0;
    }
    // Kept, so that the compiler does not drop the loops.
    hashes[BATCH_IDS] = seen;
  }
}
