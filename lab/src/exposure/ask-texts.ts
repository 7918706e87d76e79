import { fileURLToPath } from 'node:url';
import { assertNever } from '@candor/core/base';
import type { TextQuestion } from '@candor/core/exposure/text';
import type { Store } from '../adapters/store/store.ts';
import { READER_LIMITS, type ReaderLimits, ReaderProcess } from '../evidence/index.ts';
import { findShard } from '../evidence/store/known-shards.ts';
import { insertAnswers, streamLocations } from './store/answer-store.ts';

const READER_ENTRY = fileURLToPath(new URL('./text-reader-process.ts', import.meta.url));

/** Puts questions to the text of every message of some shards; the answers are in the store afterwards. */
export type QueryTexts = (shardIds: ReadonlySet<number>, questions: readonly TextQuestion[]) => Promise<void>;

export interface TextReading {
  readonly roots: readonly string[];
  readonly spool: string;
  readonly workers: number;
  readonly limits?: ReaderLimits;
  readonly onBytes: (bytes: number) => void;
}

export interface TextReaders {
  readonly ask: QueryTexts;
  /** Ends the reader processes. */
  close(): void;
}

/**
 * Phase 2 (docs/architecture.md): the texts are read again in reader processes, only where a search or a rule asks for
 * them. A process that has answered waits for the next question: starting one takes longer than reading a mailbox of
 * some hundred messages, and there are thousands.
 */
export function openTextReaders(store: Store, reading: TextReading): TextReaders {
  const limits = reading.limits ?? READER_LIMITS;
  const seats = Array.from(
    { length: reading.workers },
    () => new ReaderProcess(reading.roots, reading.spool, limits, READER_ENTRY),
  );
  return {
    ask: async (shardIds, questions) => {
      const queue = [...shardIds];
      const work = async (seat: ReaderProcess) => {
        for (let id = queue.shift(); id !== undefined; id = queue.shift()) await ask(store, seat, id, questions);
      };
      await Promise.all(seats.slice(0, queue.length).map(work));
    },
    close: () => {
      for (const seat of seats) seat.close();
    },
  };
}

async function ask(
  store: Store,
  seat: ReaderProcess,
  shardId: number,
  questions: readonly TextQuestion[],
): Promise<void> {
  const shard = await findShard(store, shardId);
  if (shard === null) throw new Error(`evidence_shard ${shardId} is not in the store`);
  const answered = new Set<string>();
  const unread: string[] = [];
  for await (const step of seat.read(shard, questions)) {
    switch (step.is) {
      case 'answers':
        insertAnswers(store, step.rows);
        for (const [location] of step.rows) answered.add(location);
        break;
      case 'problem':
        if (step.problem.code === 'reader-died') unread.push(step.problem.place);
        break;
      case 'copies':
      case 'taken':
      case 'reading':
      case 'item':
      case 'progress':
        break;
      default:
        assertNever(step);
    }
  }
  if (unread.length > 0) await answerUnread(store, shardId, unread, answered, questions.length);
}

/**
 * A text that was read the first time and cannot be read now may be anything: every question hits it. What was not read
 * the first time either has no copy.
 */
async function answerUnread(
  store: Store,
  shardId: number,
  places: readonly string[],
  answered: ReadonlySet<string>,
  questions: number,
): Promise<void> {
  const all = Array.from({ length: questions }, (_, number) => number);
  const isUnread = (location: string) =>
    places.some(
      (place) => location === place || (location.startsWith(place) && /[#!/]/.test(location.charAt(place.length))),
    );

  for await (const locations of streamLocations(store, shardId)) {
    const missing = locations.filter((location) => isUnread(location) && !answered.has(location));
    insertAnswers(
      store,
      missing.map((location) => [location, all]),
    );
  }
}
