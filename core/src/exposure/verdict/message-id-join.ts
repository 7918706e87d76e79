import { compareBytes, hashFolded } from './message-id-bytes.ts';

/** Message-IDs in one stretch of UTF-8 bytes: id `n` lies from `offsets[n]` to `offsets[n + 1]`. */
export interface PackedMessageIds {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/** Slots per id, rounded up to a power of two: clusters stay short. */
const SLOTS_PER_ID = 1.3;

/**
 * The ids of records, ready to be asked about the ids of copies: the join at the heart of B1 over packed columns, as
 * `MessageIdTable` does it over texts. Eight bytes a slot and four an id, beside the column itself, which is not copied.
 */
export class PackedMessageIdIndex {
  readonly #ids: PackedMessageIds;
  readonly #slotHashes: Uint32Array;
  /** Row plus one; 0 is an empty slot. */
  readonly #slotRows: Uint32Array;
  /** The next row with the same id, plus one. */
  readonly #nextRows: Uint32Array;
  readonly #mask: number;

  constructor(ids: PackedMessageIds) {
    const count = Math.max(ids.offsets.length - 1, 0);
    const slots = 2 ** Math.ceil(Math.log2(Math.max(count * SLOTS_PER_ID, 2)));
    this.#ids = ids;
    this.#slotHashes = new Uint32Array(slots);
    this.#slotRows = new Uint32Array(slots);
    this.#nextRows = new Uint32Array(count);
    this.#mask = slots - 1;
    for (let row = 0; row < count; row += 1) this.#insert(row);
  }

  /** Calls `visit` for every pair of a row here and a row there whose ids are equal, exactly or but for ASCII case. */
  join(other: PackedMessageIds, visit: (row: number, otherRow: number, isExact: boolean) => void): void {
    const { bytes, offsets } = this.#ids;
    const slotRows = this.#slotRows;
    const slotHashes = this.#slotHashes;
    const mask = this.#mask;
    for (let at = 0; at + 1 < other.offsets.length; at += 1) {
      const start = other.offsets[at] ?? 0;
      const end = other.offsets[at + 1] ?? 0;
      const hash = hashFolded(other.bytes, start, end);
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const first = slotRows[slot] ?? 0;
        if (first === 0) break;
        if (slotHashes[slot] !== hash) continue;
        const compared = compareBytes(bytes, offsets[first - 1] ?? 0, offsets[first] ?? 0, other.bytes, start, end);
        if (compared === 'different') continue;
        const isExact = compared === 'exact';
        for (let row = first; row !== 0; row = this.#nextRows[row - 1] ?? 0) visit(row - 1, at, isExact);
      }
    }
  }

  #insert(row: number): void {
    const { bytes, offsets } = this.#ids;
    const start = offsets[row] ?? 0;
    const end = offsets[row + 1] ?? 0;
    const hash = hashFolded(bytes, start, end);
    let slot = hash & this.#mask;
    for (; this.#slotRows[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#slotHashes[slot] !== hash) continue;
      const first = this.#slotRows[slot] ?? 0;
      const compared = compareBytes(bytes, offsets[first - 1] ?? 0, offsets[first] ?? 0, bytes, start, end);
      if (compared !== 'exact') continue;
      this.#nextRows[row] = this.#nextRows[first - 1] ?? 0;
      this.#nextRows[first - 1] = row + 1;
      return;
    }
    this.#slotHashes[slot] = hash;
    this.#slotRows[slot] = row + 1;
  }
}
