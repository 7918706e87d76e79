import type { CurationAct, CurationOperation } from '@candor/core/impact/curation';
import { isNumber, isText, isTexts, oneOf, readStored, type Shape, shapeOf } from '../../adapters/store/stored-json.ts';
import type { Store } from '../../adapters/store.ts';
import { isContact, isPartyKind } from './party-row.ts';

/** Every operation that a person ever recorded, in order. */
export async function readCuration(store: Store): Promise<CurationOperation[]> {
  const rows = await store.db.selectFrom('impact_curation').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    sequence: row.id,
    by: row.made_by,
    at: row.made_at,
    why: row.why,
    act: readStored(isCurationAct, row.act, 'impact_curation.act', row.id),
  }));
}

/** Records an operation under its number, which must be the next one. */
export async function appendCuration(store: Store, operation: CurationOperation): Promise<void> {
  await store.db
    .insertInto('impact_curation')
    .values({
      id: operation.sequence,
      made_at: operation.at,
      made_by: operation.by,
      why: operation.why,
      act: JSON.stringify(operation.act),
    })
    .execute();
}

/** By what is done, what it says. */
const ACTS: { readonly [Act in CurationAct['act']]: Shape<Extract<CurationAct, { act: Act }>> } = {
  merge: shapeOf({ act: oneOf('merge'), parties: isTexts, into: isText }),
  split: shapeOf({ act: oneOf('split'), party: isText, matches: isTexts, into: isText, kind: isPartyKind }),
  rename: shapeOf({ act: oneOf('rename'), party: isText, name: isText }),
  kind: shapeOf({ act: oneOf('kind'), party: isText, kind: isPartyKind }),
  'add-contact': shapeOf({ act: oneOf('add-contact'), party: isText, contact: isContact, isPartyKind }),
  'withdraw-contact': shapeOf({ act: oneOf('withdraw-contact'), party: isText, contact: isText }),
  undo: shapeOf({ act: oneOf('undo'), sequence: isNumber }),
};

const isCurationAct = (value: unknown): value is CurationAct => Object.values(ACTS).some((is) => is(value));

/** The number of the last operation; null before the first. */
export async function findLastCuration(store: Store): Promise<number | null> {
  const { last } = await store.db
    .selectFrom('impact_curation')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return last;
}
