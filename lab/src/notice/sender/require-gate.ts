import { Refusal } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';

/** A passed gate says how the relay was then: after a day it is asked again. */
const freshSeconds = 24 * 3600;

/** @throws Refusal `gate-not-passed` unless the newest probe through the relay passed, a day ago at most. */
export async function requireGate(store: Store, at: number): Promise<void> {
  const newest = await store.db
    .selectFrom('notice_gate')
    .select(['passed', 'made_at'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest?.passed === 1 && at - newest.made_at <= freshSeconds) return;
  throw new Refusal('gate-not-passed', [
    newest === undefined
      ? 'no probe has gone through the relay yet: run `candor notice gate`'
      : newest.passed === 1
        ? 'the last probe through the relay is more than a day old: run `candor notice gate` again'
        : 'the last probe through the relay did not pass: `candor notice gate` says which record to publish',
  ]);
}
