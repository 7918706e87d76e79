import { fileURLToPath } from 'node:url';
import { assertNever } from '@candor/core/base';
import type { TextQuestion } from '@candor/core/exposure';
import type { Store } from '../adapters/store.ts';
import { ReaderSeat } from '../evidence/read-shard.ts';
import { READER_LIMITS, type ReaderLimits } from '../evidence/reader-child.ts';
import type { Shard } from '../evidence/shard.ts';

const READER_ENTRY = fileURLToPath(new URL('./text-reader-process.ts', import.meta.url));

/** Puts questions to the text of every message of some shards; the answers are in the store afterwards. */
export type AskTexts = (shardIds: ReadonlySet<number>, questions: readonly TextQuestion[]) => Promise<void>;

export interface TextReading {
  readonly roots: readonly string[];
  readonly spool: string;
  readonly workers: number;
  readonly limits?: ReaderLimits;
  readonly onBytes: (bytes: number) => void;
}

export async function forgetAnswers(store: Store): Promise<void> {
  await store.db.deleteFrom('exposure_answer').execute();
}

/** Phase 2 (docs/architecture.md): the texts are read again in reader processes, only where a search or a rule asks for them. */
export function createAskTexts(store: Store, reading: TextReading): AskTexts {
  return async (shardIds, questions) => {
    const queue = [...shardIds];
    const work = async () => {
      const seat = new ReaderSeat(reading.roots, reading.spool, reading.limits ?? READER_LIMITS, READER_ENTRY);
      try {
        for (let id = queue.shift(); id !== undefined; id = queue.shift()) await ask(store, seat, id, questions);
      } finally {
        seat.close();
      }
    };
    await Promise.all(Array.from({ length: Math.min(reading.workers, queue.length) }, work));
  };
}

async function ask(store: Store, seat: ReaderSeat, shardId: number, questions: readonly TextQuestion[]): Promise<void> {
  const { job } = await store.db
    .selectFrom('evidence_shard')
    .select('job')
    .where('id', '=', shardId)
    .executeTakeFirstOrThrow();
  const shard = JSON.parse(job) as Shard;
  for await (const step of seat.read(shard, questions)) {
    switch (step.is) {
      case 'answers':
        store.insertRows(
          'exposure_answer',
          ['location', 'hits'],
          step.rows.map(([location, hits]) => [location, JSON.stringify(hits)]),
        );
        break;
      case 'copies':
      case 'item':
      case 'problem':
      case 'progress':
        break;
      default:
        assertNever(step);
    }
  }
}
