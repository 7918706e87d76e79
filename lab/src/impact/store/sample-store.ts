import { z } from 'zod';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import { type ExposedScope, selectExposed } from './exposed-copies.ts';

const stratum = z.enum(['flagged', 'unflagged']);
export type Stratum = z.infer<typeof stratum>;

/** One line of the sheet; `message` is a fingerprint, hex. */
const sampleRow = z.object({ message: z.string(), stratum });
export type SampleRow = Readonly<z.infer<typeof sampleRow>>;

const drawnSample = z.object({
  /** It counts each stratum's messages at the time of the draw. */
  sizes: z.object({ flagged: z.number(), unflagged: z.number() }),
  /** The sheet has the same order. */
  rows: z.array(sampleRow).readonly(),
});
const isDrawn = guardOf(drawnSample);
export type DrawnSample = Readonly<z.infer<typeof drawnSample>>;

const sampleAnswer = z.enum(['yes', 'no', 'unsure']);
const isAnswers = guardOf(z.record(z.string(), sampleAnswer));
export type SampleAnswer = z.infer<typeof sampleAnswer>;

export interface StoredSample {
  readonly id: number;
  readonly at: number;
  readonly by: string;
  readonly drawn: DrawnSample;
  /** Rows count from 1; it is null before the answers were read back. */
  readonly answers: Readonly<Record<string, SampleAnswer>> | null;
}

export async function insertSample(store: Store, drawn: DrawnSample, by: string, at: number): Promise<number> {
  const { id } = await store.db
    .insertInto('impact_sample')
    .values({ made_at: at, made_by: by, document: JSON.stringify(drawn), answers: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

/** The newest sample, or that of a number; null where there is none. */
export async function findSample(store: Store, id: number | null): Promise<StoredSample | null> {
  const newest = store.db.selectFrom('impact_sample').selectAll().orderBy('id', 'desc').limit(1);
  const row = await (id === null ? newest : newest.where('id', '=', id)).executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: Number(row.id),
    at: row.made_at,
    by: row.made_by,
    drawn: readStored(isDrawn, row.document, 'impact_sample.document', row.id),
    answers: row.answers === null ? null : readStored(isAnswers, row.answers, 'impact_sample.answers', row.id),
  };
}

export async function keepAnswers(
  store: Store,
  id: number,
  answers: Readonly<Record<string, SampleAnswer>>,
): Promise<void> {
  await store.db
    .updateTable('impact_sample')
    .set({ answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .execute();
}

/** Fingerprints (hex) of the exposed messages that were searched, in no order that means anything. */
export async function* streamSearched(store: Store, scope: ExposedScope): AsyncIterable<readonly string[]> {
  const query = selectExposed(store, scope)
    .innerJoin('impact_searched', 'impact_searched.fingerprint', 'evidence_copy.fingerprint')
    .select('evidence_copy.fingerprint')
    .where('erased_at', 'is', null)
    .distinct();
  for await (const rows of store.stream(query))
    yield rows.map(({ fingerprint }) => Buffer.from(fingerprint).toString('hex'));
}
