/** Slots in the beginning; doubled when three in four are taken. A power of two. */
const firstSlots = 1 << 16;
const fullShare = 0.75;

/**
 * Whether a record id was seen before, in eight bytes per id instead of the hundred of a set of strings. It stores
 * 64-bit hashes, so about once in 10^12 for a million ids a new id counts as repeated; whoever merges rows compares the
 * ids themselves. A random seed prevents crafted collisions.
 */
export class SeenIds {
  #slots = new Uint32Array(firstSlots * 2);
  #mask = firstSlots - 1;
  #count = 0;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Returns true if the id was added before. */
  add(id: string): boolean {
    return this.#look(id, true);
  }

  has(id: string): boolean {
    return this.#look(id, false);
  }

  #look(id: string, isAdding: boolean): boolean {
    // FNV-1a over UTF-16 units, two at a time, twice with different constants; ids are usually GUIDs.
    let one = 0x811c9dc5 ^ this.#seed;
    let other = 0x9747b28c ^ Math.imul(this.#seed, 0x9e3779b1);
    for (let at = 0; at < id.length; at += 2) {
      const units = id.charCodeAt(at) | (id.charCodeAt(at + 1) << 16);
      one = Math.imul(one ^ units, 0x01000193);
      other = Math.imul(other ^ units, 0x85ebca6b);
    }
    const low = mix(one);
    // Zero marks a free slot, so no hash may be zero in both halves.
    const high = mix(other) | 1;
    if (this.#find(low, high, isAdding)) return true;
    if (!isAdding) return false;
    this.#count += 1;
    if (this.#count > (this.#mask + 1) * fullShare) this.#grow();
    return false;
  }

  #find(low: number, high: number, isAdding: boolean): boolean {
    for (let at = low & this.#mask; ; at = (at + 1) & this.#mask) {
      const found = this.#slots[at * 2 + 1];
      if (found === 0) {
        if (isAdding) {
          this.#slots[at * 2] = low;
          this.#slots[at * 2 + 1] = high;
        }
        return false;
      }
      if (found === high >>> 0 && this.#slots[at * 2] === low >>> 0) return true;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < old.length; at += 2) {
      const high = old[at + 1] ?? 0;
      if (high !== 0) this.#find((old[at] ?? 0) | 0, high | 0, true);
    }
  }
}

/** Spreads what the last units did over all bits. */
function mix(value: number): number {
  const spread = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return spread ^ (spread >>> 13);
}
