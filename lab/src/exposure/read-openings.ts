import { fileURLToPath } from 'node:url';
import type { ResponseClues } from '@candor/core/exposure/interest';
import type { Store } from '../adapters/store/store.ts';
import { READER_LIMITS, ReaderProcess } from '../evidence/index.ts';
import { planReading, type WantedMessage } from '../evidence/original/index.ts';
import type { PlacedCopy } from '../evidence/store/found-copy-store.ts';

const entry = fileURLToPath(new URL('./opening-process.ts', import.meta.url));

export interface OpeningReading {
  /** Raw real paths that hold the evidence. */
  readonly roots: readonly string[];
  /** A temporary folder, emptied by the caller. */
  readonly spool: string;
  readonly onMessages: (count: number) => void;
}

/** Reads copies again in a confined process. Those that cannot be read, or are not what they were, are left out. */
export async function readOpenings(
  store: Store,
  copies: readonly PlacedCopy[],
  clues: ResponseClues,
  { roots, spool, onMessages }: OpeningReading,
): Promise<ReadonlyMap<string, Extract<OpeningAnswer, { is: 'read' }>>> {
  const found = new Map<string, Extract<OpeningAnswer, { is: 'read' }>>();
  const tasks = await planReading(
    store,
    copies.map((copy) => ({ copy, order: null })),
  );
  const seat = new ReaderProcess(roots, spool, READER_LIMITS, entry);
  try {
    for (const { items, wanted } of tasks) {
      const question: OpeningTask = { clues, wanted };
      for await (const step of seat.read({ items }, [question])) {
        if (step.is !== 'taken') continue;
        const answer = step.answer as OpeningAnswer;
        if (answer.is === 'read') found.set(step.location, answer);
        onMessages(1);
      }
    }
  } finally {
    seat.close();
  }
  return found;
}

// What the lab asks a confined process about messages that the intruder opened, and what comes back.

/** The one question of a task. */
export interface OpeningTask {
  readonly clues: ResponseClues;
  readonly wanted: readonly WantedMessage<null>[];
}

/** `changed`: the evidence is not what it was. */
export type OpeningAnswer =
  | {
      readonly is: 'read';
      readonly subject: string;
      readonly from: string;
      readonly about: readonly string[];
      /** Its text is too long: only the beginning was looked at. */
      readonly isCut: boolean;
    }
  | { readonly is: 'changed' };
