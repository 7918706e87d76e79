import { formatInstant, Refusal } from '@candor/core/base';
import { type DecisionDocument, isSameThing } from '@candor/core/ledger/decision';
import type { Store } from '../../adapters/store/store.ts';
import { readDecisions } from './read-decisions.ts';

/** Somebody changed it after a person had read it. It says what and who. */
export class ChangedMeanwhile extends Refusal {
  readonly changes: readonly DecisionDocument[];

  constructor(changes: readonly DecisionDocument[]) {
    super(
      'changed-meanwhile',
      changes.map(
        ({ number, by, at, act, why }) =>
          `decision ${number} of ${by ?? 'somebody'} (${act}, ${formatInstant(at)}) changed it meanwhile: ${why}`,
      ),
    );
    this.changes = changes;
  }
}

/** Decisions with a higher number than `seen`, oldest first. */
export async function readDecisionsSince(store: Store, seen: number): Promise<readonly DecisionDocument[]> {
  const read = await readDecisions(store, { since: seen + 1 });
  return read.flatMap(({ document }) => (document === null ? [] : [document]));
}

/**
 * Inside the transaction that records the decision: nobody comes in between.
 * @throws ChangedMeanwhile when a later decision than `seen` is about the same thing.
 */
export async function assertUnchanged(
  store: Store,
  seen: number,
  order: Pick<DecisionDocument, 'act' | 'rows'>,
): Promise<void> {
  const changes = (await readDecisionsSince(store, seen)).filter((document) => isSameThing(document, order));
  if (changes.length > 0) throw new ChangedMeanwhile(changes);
}
