/** Passwords that are tried on one file. */
export const MAX_TRIED_PASSWORDS = 20;
/**
 * Hashes that the tries of one message may take, whatever its files ask for: some 10 s of CPU. A try on an Office file
 * of today takes 100,000.
 */
export const MAX_KEY_ROUNDS = 4_000_000;

/** The passwords that a message says for what is locked in it. They are looked for when a locked file comes. */
export class Passwords {
  readonly #find: () => readonly string[];
  #candidates: string[] | null = null;
  #rounds = MAX_KEY_ROUNDS;

  constructor(find: () => readonly string[]) {
    this.#find = find;
  }

  /**
   * What the first password that fits gives; null where none does. `attempt` gives null for a wrong password and takes
   * `rounds` hashes, or as much time. `known`: passwords that programs try without asking.
   */
  async open<T>(
    rounds: number,
    attempt: (password: string) => Promise<T | null> | T | null,
    known: readonly string[] = [],
  ): Promise<T | null> {
    this.#candidates ??= [...new Set(this.#find())].slice(0, MAX_TRIED_PASSWORDS);
    for (const password of [...this.#candidates, ...known]) {
      if (this.#rounds < rounds) return null;
      this.#rounds -= rounds;
      const opened = await attempt(password);
      if (opened === null) continue;
      // What opened one file of a message mostly opens the others.
      if (this.#candidates.includes(password))
        this.#candidates = [password, ...this.#candidates.filter((each) => each !== password)];
      return opened;
    }
    return null;
  }
}
