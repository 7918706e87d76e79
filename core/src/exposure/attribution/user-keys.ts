/** Maximum cached spellings; a large organization has as many users as people. */
const REMEMBERED = 100_000;

/** `UserId` as it is compared (docs/formats/rules.md, A8): without case. */
export class UserKeys {
  readonly #keys = new Map<string, string | null>();

  toKey(userId: string | null): string | null {
    if (userId === null) return null;
    const known = this.#keys.get(userId);
    if (known !== undefined) return known;
    if (this.#keys.size >= REMEMBERED) this.#keys.clear();
    const text = userId.trim().toLowerCase();
    const key = text === '' ? null : text;
    this.#keys.set(userId, key);
    return key;
  }
}
