/** Unpacked bytes of one evidence file that no packed byte has to explain. */
const FREE_BYTES = 256 * 1024 * 1024;
/**
 * Unpacked bytes for each packed byte: deflate's own limit. What is packed once is read to its end, whatever it holds;
 * bombs lie in one another.
 */
const RATIO_LIMIT = 1032;
/** Of it, what may be written to disk for each packed byte. Mail packs 3 to 30 times, an empty Outlook file 100. */
const SPOOL_RATIO = 250;
/** Share of the free budget that one member may use, so that later ones keep some. */
const FREE_SHARE = 0.5;

/** Thrown where more came out than the packed size explains. */
export class UnpackLimit extends Error {
  override readonly name = 'UnpackLimit';

  constructor(ratio: number = RATIO_LIMIT) {
    super(`the archive unpacks to more than ${ratio} times its size`);
  }
}

/**
 * The output budget of an archive member with everything in it. Each has its own share by packed size, so that a bomb
 * takes nothing from later members. Shares come from the archive's, the file's from its size: overlapping members and
 * nested archives together give no more than the file explains plus the free budget.
 */
export class UnpackBudget {
  readonly #share: number;
  readonly #free: { left: number };
  readonly #parent: UnpackBudget | null;
  /** These bytes came out of the parent's packing already. */
  readonly #stored: number;
  #own = 0;
  #inner = 0;

  private constructor(share: number, free: { left: number }, parent: UnpackBudget | null, stored: number) {
    this.#share = share;
    this.#free = free;
    this.#parent = parent;
    this.#stored = stored;
  }

  static ofFile(bytes: number): UnpackBudget {
    return new UnpackBudget(bytes * RATIO_LIMIT, { left: FREE_BYTES }, null, 0);
  }

  openPacking(): UnpackBudget {
    return new UnpackBudget(this.#left, this.#free, this, 0);
  }

  /** For a member; `restBytes`: packed bytes of it and all later ones, whose shares are reserved. */
  openMember(packedBytes: number, restBytes: number): UnpackBudget {
    return new UnpackBudget(divide(this.#left, packedBytes, restBytes), this.#free, this, 0);
  }

  /** For a stored member: its bytes, and `restBytes` with them, are the archive's own. */
  openStored(bytes: number, restBytes: number): UnpackBudget {
    const share = divide(Math.max(0, this.#left - restBytes), bytes, restBytes);
    return new UnpackBudget(bytes + share, this.#free, this, bytes);
  }

  /** @throws UnpackLimit */
  take(bytes: number): void {
    this.#own += bytes;
    this.assertLimit(this.#own);
  }

  /**
   * For a pass over the same bytes once more, which has the limit of the first.
   * @throws UnpackLimit
   */
  assertLimit(passed: number): void {
    if (passed > this.#share && passed > this.#free.left * FREE_SHARE) throw new UnpackLimit();
  }

  /** Null means that this many bytes may be written to disk. */
  refuseSpooling(written: number): UnpackLimit | null {
    const limit = Math.max(FREE_BYTES, (this.#share / RATIO_LIMIT) * SPOOL_RATIO);
    return written > limit ? new UnpackLimit(SPOOL_RATIO) : null;
  }

  /** Excess over its share is taken from the common free budget. */
  close(): void {
    this.#free.left = Math.max(0, this.#free.left - Math.max(0, this.#own - this.#share));
    if (this.#parent === null) return;
    this.#parent.#inner += Math.max(0, Math.min(this.#own + this.#inner, this.#share) - this.#stored);
  }

  get #left(): number {
    return Math.max(0, this.#share - this.#own - this.#inner);
  }
}

function divide(left: number, packedBytes: number, restBytes: number): number {
  return Math.min(packedBytes * RATIO_LIMIT, left * (packedBytes / Math.max(1, packedBytes, restBytes)));
}
