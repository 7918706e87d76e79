import type { CurationAct, CurationOperation } from '@candor/core/impact/curation';
import { z } from 'zod';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
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

const texts = z.array(z.string());
const kind = z.enum(['organization', 'person', 'list']);
const contact = z.object({ contact: z.string(), role: z.string().nullable(), language: z.string().nullable() });
const curationAct: z.ZodType<CurationAct> = z.discriminatedUnion('act', [
  z.object({ act: z.literal('merge'), parties: texts, into: z.string() }),
  z.object({ act: z.literal('split'), party: z.string(), matches: texts, into: z.string(), kind }),
  z.object({ act: z.literal('rename'), party: z.string(), name: z.string() }),
  z.object({ act: z.literal('kind'), party: z.string(), kind }),
  z.object({ act: z.literal('add-contact'), party: z.string(), contact }),
  z.object({ act: z.literal('withdraw-contact'), party: z.string(), contact: z.string() }),
  z.object({ act: z.literal('undo'), sequence: z.number() }),
]);
const isCurationAct = guardOf(curationAct);

/** The number of the last operation; null before the first. */
export async function findLastCuration(store: Store): Promise<number | null> {
  const { last } = await store.db
    .selectFrom('impact_curation')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return last;
}
