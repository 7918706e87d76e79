import type { Store, StoreValue } from '../../adapters/store.ts';

// Payloads are most of a state and few are ever asked for. They lie in blocks of rows with consecutive ids, one text a
// line: a row of the store for each would cost twice the time of writing, and a block of more rows would make looking
// one up slow.

/** Rows of a block; about 8 KB. The ids of a block are those that give the same number when divided by it. */
const blockRows = 16;

/** The block in which the payload of a row lies. */
export function toBlock(rowId: number): number {
  return Math.floor(rowId / blockRows);
}

/** The smallest row id behind the block of this row. */
export function toFirstOfNextBlock(rowId: number): number {
  return (toBlock(rowId) + 1) * blockRows;
}

/** The payload of a row out of its block's lines. */
export function findPayload(payloads: string, rowId: number): string {
  let from = 0;
  for (let left = rowId % blockRows; left > 0; left -= 1) {
    const end = payloads.indexOf('\n', from);
    if (end < 0) throw new Error(`the payload of row ${rowId} is not in the store`);
    from = end + 1;
  }
  const end = payloads.indexOf('\n', from);
  return end < 0 ? payloads.slice(from) : payloads.slice(from, end);
}

/**
 * Blocks of one INSERT batch: so few that their texts are written before the collector of young garbage has to move
 * them.
 */
const batchBlocks = 32;

/** Takes payloads of rows with consecutive ids, of which the first after each writing begins a block. */
export class PayloadBlocks {
  readonly #store: Store;
  #blocks: StoreValue[][] = [];
  #lines: string[] = [];
  #block = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** `payload` is a JSON text, which holds no line end. */
  add(rowId: number, payload: string): void {
    if (rowId % blockRows === 0) {
      this.#close();
      if (this.#blocks.length >= batchBlocks) this.#insert();
      this.#block = toBlock(rowId);
    }
    this.#lines.push(payload);
  }

  write(): void {
    this.#close();
    this.#insert();
  }

  #insert(): void {
    this.#store.insertRows('evidence_access_payload', ['block', 'payloads'], this.#blocks);
    this.#blocks = [];
  }

  #close(): void {
    if (this.#lines.length > 0) this.#blocks.push([this.#block, this.#lines.join('\n')]);
    this.#lines = [];
  }
}
