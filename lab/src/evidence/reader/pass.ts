import type { Reading } from './reading.ts';
import type { UnpackBudget } from './unpack-budget.ts';

/** A second pass over packed bytes has the same limit as the first. */
export async function* limitPass(
  reading: Reading,
  budget: UnpackBudget,
  chunks: AsyncIterable<Buffer>,
): AsyncIterable<Buffer> {
  let passed = 0;
  for await (const chunk of chunks) {
    passed += chunk.length;
    reading.report.countBytes(chunk.length);
    budget.assertLimit(passed);
    yield chunk;
  }
}
