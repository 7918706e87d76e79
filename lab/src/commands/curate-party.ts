import { Refusal } from '@candor/core/base';
import { type CurationAct, type CurationOperation, selectInForce } from '@candor/core/impact';
import { openStateForWriting } from '../adapters/state-folder.ts';
import { readParties } from '../impact/count-impact.ts';
import { appendCuration, readCuration } from '../impact/curation-store.ts';
import { recountParties } from '../impact/recount-parties.ts';
import { findParty } from './list-parties.ts';
import { requireLastVersion, withLastVersion } from './open-version.ts';

export interface Curator {
  readonly by: string;
  readonly why: string;
  /** UTC seconds. */
  readonly at: number;
}

/**
 * Records what a person decides about parties and counts them anew. It survives every later run and import; `undo` takes it back.
 * @throws Refusal for an unknown party, an act that is not there to undo, or a state in use.
 */
export async function curateParty(statePath: string, act: CurationAct, curator: Curator): Promise<CurationOperation> {
  const state = await openStateForWriting(statePath);
  try {
    const last = await requireLastVersion(state);
    const before = await readCuration(state.store);
    const checked = await checkAct(
      act,
      before,
      async (id) => findParty(await readParties(state.store, last.version), id).party,
    );
    await appendCuration(state.store, { ...curator, act: checked });
    await recountParties(state.store, last);
    const recorded = (await readCuration(state.store)).at(-1);
    if (recorded === undefined) throw new Error('the recorded operation is not in the store');
    return recorded;
  } finally {
    await state.close();
  }
}

/** Every operation that was ever recorded, with whether it counts. */
export function listCuration(statePath: string): Promise<{ operation: CurationOperation; inForce: boolean }[]> {
  return withLastVersion(statePath, async (state) => {
    const operations = await readCuration(state.store);
    const counting = new Set(selectInForce(operations).map((operation) => operation.sequence));
    return operations.map((operation) => ({ operation, inForce: counting.has(operation.sequence) }));
  });
}

/** The act with the ids that parties really have. */
async function checkAct(
  act: CurationAct,
  before: readonly CurationOperation[],
  toId: (id: string) => Promise<string>,
): Promise<CurationAct> {
  switch (act.act) {
    case 'undo':
      if (!before.some((operation) => operation.sequence === act.sequence)) {
        throw new Refusal('nothing-to-undo', [
          `there is no operation ${act.sequence}; \`candor party history\` lists them`,
        ]);
      }
      return act;
    case 'merge':
      return { ...act, parties: await Promise.all(act.parties.map(toId)) };
    default:
      return { ...act, party: await toId(act.party) };
  }
}
