import type { CurationAct, CurationOperation } from '@candor/core/impact/curation';
import type { Store } from '../../adapters/store/store.ts';
import { oneOf, outlineOf, readStored, type Shape } from '../../adapters/store/stored-json.ts';
import type { Deciding } from '../../ledger/decision/index.ts';

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
export async function appendCuration({ store }: Deciding, operation: CurationOperation): Promise<void> {
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

const isCurationAct = outlineOf<{ readonly act: CurationAct['act'] }>({
  act: oneOf('merge', 'split', 'rename', 'kind', 'add-contact', 'withdraw-contact', 'undo'),
}) as Shape<CurationAct>;

/** The number of the last operation; null before the first. */
export async function findLastCuration(store: Store): Promise<number | null> {
  const { last } = await store.db
    .selectFrom('impact_curation')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return last;
}
