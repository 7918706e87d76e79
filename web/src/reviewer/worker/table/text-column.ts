import { fold } from '../../bridge/fold.ts';

/** Rows per block: searching one long text costs as much as a short one. */
const BLOCK_ROWS = 4096;
/** Terminates a row's text. No folded search text contains it. */
const END = '\n';

interface Block {
  readonly first: number;
  readonly text: string;
  /** Start of each row's text. */
  readonly starts: Uint32Array;
}

/** Texts searched together by the runtime's own search. */
export class TextColumn {
  readonly #texts: string[] = [];
  readonly #blocks: Block[] = [];
  #folded: string[] = [];

  get rows(): number {
    return this.#texts.length;
  }

  add(text: string): void {
    this.#texts.push(text);
    this.#folded.push(fold(text).replaceAll(END, ' '));
    if (this.#folded.length === BLOCK_ROWS) this.#close();
  }

  at(row: number): string {
    return this.#texts[row] ?? '';
  }

  /** Marks rows whose folded text contains the folded `needle`. */
  mark(needle: string, rows: Uint8Array): void {
    if (this.#folded.length > 0) this.#close();
    for (const block of this.#blocks) markBlock(block, needle, rows);
  }

  #close(): void {
    const last = this.#blocks.at(-1);
    // A block closed early by a search stays short.
    const first = last === undefined ? 0 : last.first + last.starts.length;
    const starts = new Uint32Array(this.#folded.length);
    let at = 0;
    for (const [place, text] of this.#folded.entries()) {
      starts[place] = at;
      at += text.length + 1;
    }
    this.#blocks.push({ first, text: this.#folded.join(END) + END, starts });
    this.#folded = [];
  }
}

function markBlock({ first, text, starts }: Block, needle: string, rows: Uint8Array): void {
  let row = 0;
  for (let found = text.indexOf(needle); found >= 0; ) {
    row = findRow(starts, found, row);
    rows[first + row] = 1;
    const next = starts[row + 1];
    if (next === undefined) return;
    found = text.indexOf(needle, next);
  }
}

/** The last row that starts at or before an offset, not before `from`. */
function findRow(starts: Uint32Array, place: number, from: number): number {
  let [low, high] = [from, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
