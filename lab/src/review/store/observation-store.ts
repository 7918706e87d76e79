import { type Json, toCanonicalJson } from '@candor/core/base';
import type { DomainWarning, EnrollmentErrorCode } from '@candor/core/review/enrollment';
import { z } from 'zod';
import { guardOf, objectOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';

/**
 * Result of a proof check. `role-mailbox`: it only gives figures, which are in the notice. `not-named`: no nominator in
 * force vouches for it.
 */
export type ProofOutcome = 'proved' | 'role-mailbox' | 'not-named' | EnrollmentErrorCode;

/** What was seen in the zone; null where no zone was asked. */
export interface SeenZone {
  readonly validated: boolean;
  readonly unanswered: string | null;
  readonly warnings: readonly DomainWarning[];
  readonly resolvers: number;
}

export interface ProofObservation {
  readonly outcome: ProofOutcome;
  readonly zone: SeenZone | null;
  /** It is the fingerprint of the person who named them. */
  readonly namedBy: string | null;
}

export interface StoredObservation extends ProofObservation {
  readonly firstAt: number;
  readonly lastAt: number;
  readonly times: number;
}

/** Of one request, oldest first. */
export async function readObservations(store: Store, request: string): Promise<readonly StoredObservation[]> {
  const rows = await store.db
    .selectFrom('review_observation')
    .selectAll()
    .where('subject', '=', request)
    .orderBy('id')
    .execute();
  return rows.map(({ id, outcome, detail, first_at: firstAt, last_at: lastAt, times }) => ({
    ...readStored(isDetail, detail, 'review_observation.detail', Number(id)),
    outcome: outcome as ProofOutcome,
    firstAt,
    lastAt,
    times: Number(times),
  }));
}

/** The same as the last time is counted there. Inside the caller's transaction. */
export async function keepObservation(
  store: Store,
  request: string,
  { outcome, zone, namedBy }: ProofObservation,
  at: number,
): Promise<void> {
  const detail = toCanonicalJson({ zone, namedBy } as unknown as Json);
  const last = await store.db
    .selectFrom('review_observation')
    .selectAll()
    .where('subject', '=', request)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (last !== undefined && last.outcome === outcome && last.detail === detail) {
    await store.db
      .updateTable('review_observation')
      .set({ last_at: at, times: Number(last.times) + 1 })
      .where('id', '=', last.id)
      .execute();
    return;
  }
  await store.db
    .insertInto('review_observation')
    .values({ subject: request, outcome, detail, first_at: at, last_at: at, times: 1 })
    .execute();
}

const seenZone = objectOf<SeenZone>({
  validated: z.boolean(),
  unanswered: z.string().nullable(),
  warnings: z.array(z.enum(['gone', 'parked', 'no-mail', 'unclear'])),
  resolvers: z.number(),
});

const isDetail = guardOf(
  objectOf<Pick<ProofObservation, 'zone' | 'namedBy'>>({ zone: seenZone.nullable(), namedBy: z.string().nullable() }),
);
