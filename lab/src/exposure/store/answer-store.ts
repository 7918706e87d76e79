import type { Store } from '../../adapters/store/store.ts';

/** What the texts of copies answered: the numbers of the questions that each one hits. */
export function insertAnswers(
  store: Store,
  answers: readonly (readonly [location: string, hits: readonly number[]])[],
): void {
  store.insertRows(
    'exposure_answer',
    ['location', 'hits'],
    answers.map(([location, hits]) => [location, JSON.stringify(hits)]),
  );
}

/** Locations of a shard's copies, in pieces. */
export async function* streamLocations(store: Store, shardId: number): AsyncIterable<readonly string[]> {
  const query = store.db.selectFrom('evidence_copy').select('location').where('shard_id', '=', shardId);
  for await (const rows of store.stream(query)) yield rows.map(({ location }) => location);
}

export async function forgetAnswers(store: Store): Promise<void> {
  await store.deleteInSteps('exposure_answer', 'location >= ?', ['']);
}
