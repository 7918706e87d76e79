import { formatAmount, formatCount, type Problem } from '@candor/core/base';
import type { CopyRow, ItemReading, ReaderItem } from './protocol.ts';

/** Problems that say that a message or a file is missing from all that is said of the evidence. */
export const MISSING_CODES = ['copies-missing', 'item-missing', 'bytes-missing', 'unlisted-member'] as const;

/**
 * Compares the copies received for each item with those that its reader found, in any container. Counting on both sides
 * of the pipe detects messages lost between them, which would have no verdict.
 */
export class MissingCopies {
  readonly #items: readonly ReaderItem[];
  readonly #came: Uint32Array;
  /** It is -1 until the reader has reported what became of the item. */
  readonly #found: Int32Array;
  readonly #hasRows: boolean;

  /** `hasRows` is false for text questions, whose answers are no copies. */
  constructor(items: readonly ReaderItem[], hasRows: boolean) {
    this.#items = items;
    this.#hasRows = hasRows;
    this.#came = new Uint32Array(items.length);
    this.#found = new Int32Array(items.length).fill(-1);
  }

  count(rows: readonly CopyRow[], readings: readonly ItemReading[]): void {
    for (const row of rows) this.#came[row[11]] = (this.#came[row[11]] ?? 0) + 1;
    for (const { item, account } of readings) this.#found[item] = account.copies;
  }

  /** Call it when the shard is complete. */
  toProblems(): Problem[] {
    if (!this.#hasRows) return [];
    return this.#items.flatMap((item, at): Problem[] => {
      const [came, found] = [this.#came[at] ?? 0, this.#found[at] ?? -1];
      if (found === -1) {
        const text =
          'The reader returned nothing for it; its messages are missing. Run again with a new state; if this stays, report it as a fault of Candor.';
        return [{ code: 'item-missing', place: toPlace(item), text, weight: 'person' }];
      }
      if (came >= found) return [];
      const text = `${formatAmount(found, 'message')} ${found === 1 ? 'was' : 'were'} found in it and ${formatCount(came)} came: ${formatCount(found - came)} ${found - came === 1 ? 'is' : 'are'} missing and without a verdict. Run again with a new state; if this stays, report it as a fault of Candor.`;
      return [{ code: 'copies-missing', place: toPlace(item), text, weight: 'person' }];
    });
  }
}

function toPlace(item: ReaderItem): string {
  return item.is === 'range' ? `${item.location}@${item.start}` : item.location;
}
