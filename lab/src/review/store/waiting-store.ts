import type { Store } from '../../adapters/store.ts';

/** What the organization's own people have not decided yet; what the portal's side brings up is in `review_need`. */
export interface WaitingReview {
  /** Releases that fewer than two people have agreed to. */
  readonly releases: number;
  /** Messages that projecting held back, and of which nobody has decided. What a person held is decided. */
  readonly held: number;
  /** Enrollments that were taken in by hand, which no portal asked for. */
  readonly enrollments: number;
}

export async function readWaiting({ db }: Store): Promise<WaitingReview> {
  const releases = db.selectFrom('review_release').where('state', '=', 'prepared');
  const held = db.selectFrom('review_hold').where('state', '=', 'open').where('made_by', 'is', null);
  const enrollments = db.selectFrom('review_reviewer').where('state', '=', 'asked').where('request', 'is', null);
  const [released, holding, asking] = await Promise.all([
    releases.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    held.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    enrollments.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { releases: Number(released.count), held: Number(holding.count), enrollments: Number(asking.count) };
}
