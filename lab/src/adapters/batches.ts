/** Rows of one streamed batch where nobody says another number: a few hundred kilobytes. */
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
