import { Refusal } from '@candor/core/base';
import { now } from '../adapters/process/clock.ts';
import { createNodeRuntime } from '../adapters/process/runtime.ts';
import { readAccepted } from '../adapters/store/state-fact.ts';
import type { Store } from '../adapters/store/store.ts';
import { decide } from '../ledger/decision/index.ts';
import { writeAccepted } from '../ledger/store/effect-store.ts';
import { type DecidedBy, openDecider } from './decider.ts';

/**
 * Records that a person has looked at the problems of these places. Those accepted before need no new decision.
 * @throws Refusal without a reason.
 */
export async function acceptPlaces(
  store: Store,
  places: readonly string[],
  decided: DecidedBy | undefined,
): Promise<void> {
  const accepted = await readAccepted(store);
  const fresh = [...new Set(places)].filter((place) => !accepted.has(place));
  if (fresh.length === 0) return;
  if (decided === undefined || decided.why.trim() === '')
    throw new Refusal('no-reason', [
      'say with --why why these problems are accepted: it is kept, and those who approve a wave read it',
    ]);
  const by = await openDecider(store, decided);
  const rows = fresh.map((place) => ({ what: place, before: 'open', after: 'accepted' }));
  await decide(
    store,
    createNodeRuntime(),
    { act: 'problem.accept', by, why: decided.why, at: now(), rows },
    (deciding) => writeAccepted(deciding, [...accepted, ...fresh]),
  );
}
