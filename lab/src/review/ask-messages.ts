import { fileURLToPath } from 'node:url';
import type { Store } from '../adapters/store.ts';
import { planReading } from '../evidence/plan-reading.ts';
import { ReaderProcess } from '../evidence/read-shard.ts';
import { READER_LIMITS } from '../evidence/reader-child.ts';
import type { ChosenCopy } from './chosen-message.ts';
import type { QuotationAnswer, QuotationTask } from './quotation-task.ts';

const entry = fileURLToPath(new URL('./quotation-process.ts', import.meta.url));

export interface AskDeps {
  readonly store: Store;
  /** Raw real paths that hold the evidence. */
  readonly roots: readonly string[];
  /** A folder of its own, emptied by the caller. */
  readonly spool: string;
  readonly workers: number;
}

/**
 * Reads copies in confined processes and hands over what is answered for each; those that cannot be read, or are
 * changed, are left out.
 */
export async function askMessages(
  { store, roots, spool, workers }: AskDeps,
  asks: QuotationTask['asks'],
  copies: readonly ChosenCopy[],
  take: (location: string, answer: QuotationAnswer) => void,
): Promise<void> {
  const queue = [
    ...(await planReading(
      store,
      copies.map((copy) => ({ copy, order: null })),
    )),
  ];
  const work = async (): Promise<void> => {
    const seat = new ReaderProcess(roots, spool, READER_LIMITS, entry);
    try {
      for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
        const question: QuotationTask = { asks, wanted: task.wanted };
        for await (const step of seat.read(task, [question]))
          if (step.is === 'taken') take(step.location, step.answer as QuotationAnswer);
      }
    } finally {
      seat.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, queue.length) }, work));
}
