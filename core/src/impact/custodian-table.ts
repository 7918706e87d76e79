/** Initial slots; always a power of two. */
const FIRST_SLOTS = 1024;

/** Maximum custodians per incident; a party and a custodian share one exact number below 2^53. */
const MAX_CUSTODIANS = 2 ** 21;

/**
 * Exposed messages and copies per party and custodian. A large incident has millions of pairs, so they are in one flat
 * table (at most 32 bytes a pair); maps took ten times as much.
 */
export class CustodianTable {
  /** Party × limit + custodian + 1; 0 is an empty slot. */
  #keys = new Float64Array(FIRST_SLOTS);
  #messages = new Int32Array(FIRST_SLOTS);
  #copies = new Int32Array(FIRST_SLOTS);
  #pairs = 0;

  /** Counts one message of which the custodian has `copies` exposed copies. */
  addMessage(party: number, custodian: number, copies: number): void {
    if (this.#pairs * 2 >= this.#keys.length) this.#grow();
    const slot = this.#find(party * MAX_CUSTODIANS + custodian + 1);
    this.#messages[slot] = (this.#messages[slot] ?? 0) + 1;
    this.#copies[slot] = (this.#copies[slot] ?? 0) + copies;
  }

  /** For each of `parties` parties the slots of its pairs; a snapshot. */
  group(parties: number): (party: number) => { custodian: number; messages: number; copies: number }[] {
    const starts = new Int32Array(parties + 1);
    for (const key of this.#keys) if (key !== 0) this.#count(starts, toParty(key) + 1);
    for (let party = 0; party < parties; party += 1)
      starts[party + 1] = (starts[party + 1] ?? 0) + (starts[party] ?? 0);
    const slots = new Int32Array(this.#pairs);
    const next = starts.slice();
    for (const [slot, key] of this.#keys.entries()) {
      if (key === 0) continue;
      const party = toParty(key);
      slots[next[party] ?? 0] = slot;
      this.#count(next, party);
    }
    return (party) =>
      Array.from(slots.subarray(starts[party], starts[party + 1]), (slot) => ({
        custodian: ((this.#keys[slot] ?? 0) - 1) % MAX_CUSTODIANS,
        messages: this.#messages[slot] ?? 0,
        copies: this.#copies[slot] ?? 0,
      }));
  }

  #count(counts: Int32Array, at: number): void {
    counts[at] = (counts[at] ?? 0) + 1;
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(toParty(key), 0x9e3779b1) ^ Math.imul(key % MAX_CUSTODIANS, 0x85ebca6b)) >>> 0;
    for (slot = (slot ^ (slot >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#keys[slot];
      if (found === key) return slot;
      if (found !== 0) continue;
      this.#keys[slot] = key;
      this.#pairs += 1;
      return slot;
    }
  }

  #grow(): void {
    const [keys, messages, copies] = [this.#keys, this.#messages, this.#copies];
    this.#keys = new Float64Array(keys.length * 2);
    this.#messages = new Int32Array(keys.length * 2);
    this.#copies = new Int32Array(keys.length * 2);
    this.#pairs = 0;
    for (const [slot, key] of keys.entries()) {
      if (key === 0) continue;
      const moved = this.#find(key);
      this.#messages[moved] = messages[slot] ?? 0;
      this.#copies[moved] = copies[slot] ?? 0;
    }
  }
}

function toParty(key: number): number {
  return Math.floor((key - 1) / MAX_CUSTODIANS);
}
