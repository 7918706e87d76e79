export interface OpenMultipart {
  readonly boundary: string;
  /** Parts of a multipart/digest without a readable Content-Type are message/rfc822. */
  readonly type: string;
  readonly within: OpenMultipart | null;
  /** Whether its boundary has occurred; until then it may still turn out to be one leaf. */
  seen: boolean;
}

export interface BoundaryMatch {
  readonly index: number;
  readonly closes: boolean;
}

const DASH = 0x2d;

/** Open multiparts that are simply compared one by one. Real mail has up to about four. */
const COMPARED_DEPTH = 8;

/**
 * The boundaries of the open multiparts, innermost last. Lines that begin with `--` are common in text, so a line is
 * ruled out by its third byte first; deep in the stack, where only hostile mail goes, a set rules it out before that
 * part of the stack is searched.
 */
export class BoundaryStack {
  readonly #open: OpenMultipart[] = [];
  /** What may stand behind the first two dashes of a boundary of the deeper ones, and of how many of them. */
  readonly #deep = new Map<string, number>();
  readonly #thirdBytes = new Uint8Array(256);
  #used = false;

  get depth(): number {
    return this.#open.length;
  }

  get innermost(): OpenMultipart | undefined {
    return this.#open.at(-1);
  }

  clear(): void {
    if (!this.#used) return;
    this.#used = false;
    this.#open.length = 0;
    this.#deep.clear();
    this.#thirdBytes.fill(0);
  }

  push(multipart: OpenMultipart): void {
    this.#used = true;
    this.#open.push(multipart);
    const { boundary } = multipart;
    if (this.#open.length > COMPARED_DEPTH) this.#countDeep(boundary, 1);
    this.#thirdBytes[boundary.charCodeAt(0)] = 1;
  }

  /** Closes everything from `index` on. */
  cut(index: number): void {
    while (this.#open.length > index) {
      const { boundary } = this.#open[this.#open.length - 1] as OpenMultipart;
      if (this.#open.length > COMPARED_DEPTH) this.#countDeep(boundary, -1);
      this.#open.pop();
    }
  }

  mayBeginBoundary(thirdByte: number | undefined): boolean {
    return thirdByte !== undefined && this.#thirdBytes[thirdByte] === 1;
  }

  /**
   * `line` begins with `--` and has no line feed at its end; padding behind the boundary is allowed (RFC 2046 section
   * 5.1.1).
   */
  match(line: string): BoundaryMatch | null {
    if (this.#open.length === 0 || line.charCodeAt(0) !== DASH || line.charCodeAt(1) !== DASH) return null;
    let end = line.length;
    while (end > 2 && isPadding(line.charCodeAt(end - 1))) end -= 1;
    let index = this.#open.length - 1;
    const nearest = this.#match(line, end, index);
    if (nearest !== null) return nearest;
    if (index > COMPARED_DEPTH && !this.#deep.has(line.slice(2, end))) index = COMPARED_DEPTH;
    for (index -= 1; index >= 0; index -= 1) {
      const match = this.#match(line, end, index);
      if (match !== null) return match;
    }
    return null;
  }

  /** Whether what stands in the line from its third unit to `end` is the boundary of one multipart. */
  #match(line: string, end: number, index: number): BoundaryMatch | null {
    const boundary = (this.#open[index] as OpenMultipart).boundary;
    const rest = end - 2 - boundary.length;
    if ((rest !== 0 && rest !== 2) || !line.startsWith(boundary, 2)) return null;
    if (rest === 0) return { index, closes: false };
    return line.startsWith('--', end - 2) ? { index, closes: true } : null;
  }

  #countDeep(boundary: string, change: number): void {
    for (const text of [boundary, `${boundary}--`]) {
      const count = (this.#deep.get(text) ?? 0) + change;
      if (count === 0) this.#deep.delete(text);
      else this.#deep.set(text, count);
    }
  }
}

function isPadding(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d;
}
