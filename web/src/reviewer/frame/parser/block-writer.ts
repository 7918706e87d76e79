import { LINE_UNITS, QUOTE_DEPTH, TEXT_LINES, TEXT_UNITS, type TextBlock } from '../protocol.ts';

/** Remaining text budget of one message, shared with attached messages. */
export interface TextBudget {
  units: number;
  lines: number;
  /** It is true once something was omitted. */
  isSpent: boolean;
}

export function openTextBudget(): TextBudget {
  return { units: TEXT_UNITS, lines: TEXT_LINES, isSpent: false };
}

export class BlockWriter {
  readonly #budget: TextBudget;
  readonly #blocks: { readonly depth: number; readonly lines: string[] }[] = [];

  constructor(budget: TextBudget) {
    this.#budget = budget;
  }

  get blocks(): readonly TextBlock[] {
    return this.#blocks;
  }

  get isFull(): boolean {
    return this.#budget.isSpent;
  }

  line(depth: number, text: string): void {
    if (text.length <= LINE_UNITS) {
      this.#push(depth, text);
      return;
    }
    for (let at = 0; at < text.length && !this.isFull; ) {
      const end = toWordEnd(text, at + LINE_UNITS);
      this.#push(depth, text.slice(at, end));
      at = end;
    }
  }

  #push(depth: number, text: string): void {
    const budget = this.#budget;
    if (budget.lines === 0 || budget.units < text.length) budget.isSpent = true;
    if (budget.isSpent) return;
    budget.lines -= 1;
    budget.units -= text.length;
    const shown = Math.min(depth, QUOTE_DEPTH);
    const last = this.#blocks.at(-1);
    if (last?.depth === shown) last.lines.push(text);
    else this.#blocks.push({ depth: shown, lines: [text] });
  }
}

/** Longest word kept whole: masks are searched per line. */
const WORD_UNITS = 3100;

/** Between two words, unless the last one starts too far back. */
function toWordEnd(text: string, end: number): number {
  const space = end >= text.length ? -1 : text.lastIndexOf(' ', end - 1);
  return space > end - WORD_UNITS ? space + 1 : toCharacterEnd(text, end);
}

/** Half a surrogate pair is not text. */
function toCharacterEnd(text: string, end: number): number {
  const unit = text.charCodeAt(end - 1);
  return end < text.length && unit >= 0xd800 && unit < 0xdc00 ? end - 1 : end;
}
