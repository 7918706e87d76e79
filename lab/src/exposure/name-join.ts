/**
 * Joins ids to the copies of one mailbox that have them as a name: exactly, and where the mailbox has no such copy,
 * without case (docs/formats/rules.md, Message-ID and fingerprint). Holds only copies that an id may mean.
 */
export class NameJoin<Held> {
  readonly #exact = new Map<string, Held[]>();
  readonly #folded = new Map<string, Held[]>();

  constructor(ids: Iterable<string>) {
    for (const id of ids) {
      this.#exact.set(id, []);
      this.#folded.set(id.toLowerCase(), []);
    }
  }

  /** Whether an id may mean the copy with these names. */
  add(names: readonly string[], copy: Held): boolean {
    if (this.#exact.size === 0) return false;
    let isMeant = false;
    for (const name of names) {
      this.#exact.get(name)?.push(copy);
      const alike = this.#folded.get(name.toLowerCase());
      if (alike === undefined) continue;
      alike.push(copy);
      isMeant = true;
    }
    return isMeant;
  }

  /** After every copy was added. */
  find(id: string): readonly Held[] {
    const exact = this.#exact.get(id) ?? [];
    return exact.length > 0 ? exact : (this.#folded.get(id.toLowerCase()) ?? []);
  }
}
