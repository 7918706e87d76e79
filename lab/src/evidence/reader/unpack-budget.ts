/** Unpacked bytes of one evidence file that no packed byte has to explain. */
const FREE_BYTES = 256 * 1024 * 1024;
/** Unpacked bytes for each packed byte. Mail packs 3 to 30 times; only bombs come near deflate's 1,032. */
const RATIO_LIMIT = 250;

/** Thrown out of a decompressor that has given more than its packed size explains. */
export class UnpackLimit extends Error {
  override readonly name = 'UnpackLimit';

  constructor() {
    super(`more than ${RATIO_LIMIT} bytes came out of each packed byte`);
  }
}

/**
 * How much a member of an archive may give, with all that it holds itself. Each has a share of its own, by its packed size, so that a bomb
 * takes nothing from the members after it. Shares come out of the archive's, that of the file from its size: members that overlap, or
 * archives in one another, give no more together than the file explains, and what is free for all of it.
 */
export class UnpackBudget {
  readonly #share: number;
  readonly #free: { left: number };
  readonly #parent: UnpackBudget | null;
  #given = 0;

  private constructor(share: number, free: { left: number }, parent: UnpackBudget | null) {
    this.#share = share;
    this.#free = free;
    this.#parent = parent;
  }

  static ofFile(bytes: number): UnpackBudget {
    return new UnpackBudget(bytes * RATIO_LIMIT, { left: FREE_BYTES }, null);
  }

  /** Of a member; `packedBytes` null: all that is packed here is this one's. */
  open(packedBytes: number | null): UnpackBudget {
    const left = Math.max(0, this.#share - this.#given);
    const share = packedBytes === null ? left : Math.min(packedBytes * RATIO_LIMIT, left);
    return new UnpackBudget(share, this.#free, this);
  }

  /** @throws UnpackLimit */
  take(bytes: number): void {
    this.#given += bytes;
    this.assertLimit(this.#given);
  }

  /**
   * For a pass over the same bytes once more, which has the limit of the first.
   * @throws UnpackLimit
   */
  assertLimit(passed: number): void {
    if (passed > this.#share && passed > this.#free.left) throw new UnpackLimit();
  }

  /** What goes beyond its share is taken from what is free for all. */
  close(): void {
    const shared = Math.min(this.#given, this.#share);
    this.#free.left = Math.max(0, this.#free.left - (this.#given - shared));
    if (this.#parent !== null) this.#parent.#given += shared;
  }
}
