import { setImmediate } from 'node:timers/promises';

/** Default rows per streamed batch: a few hundred kilobytes. */
export const DEFAULT_BATCH_ROWS = 1000;

/** Hands rows on in arrays of `size`, the last one shorter; none is empty. */
export function* toBatches<Row>(rows: Iterable<Row>, size: number): Generator<Row[], void, undefined> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The same for a stream. Yields between batches, so that Ctrl-C is handled before the last one. */
export async function* streamBatches<Row>(rows: Iterable<Row>, size: number): AsyncGenerator<Row[], void, undefined> {
  for (const batch of toBatches(rows, size)) {
    yield batch;
    await setImmediate();
  }
}
