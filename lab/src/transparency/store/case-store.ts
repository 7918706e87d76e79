import { Refusal, toCanonicalJson } from '@candor/core/base';
import type { AwareFact } from '@candor/core/transparency';
import { z } from 'zod';
import { sha256Hex } from '../../adapters/process/runtime.ts';
import { guardOf, objectOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';

/** Before the first row. */
const FIRST_LINK = '0'.repeat(64);

const isAwareFact = guardOf(
  objectOf<AwareFact>({
    at: z.number(),
    by: z.string(),
    how: z.string(),
    recordedBy: z.string(),
    recordedAt: z.number(),
    zone: z.string(),
    stated: z.number().nullable(),
  }),
);

/**
 * Every statement of when the organization became aware, oldest first. There is no function that changes or removes
 * one.
 * @throws Refusal when a row was altered or removed since it was recorded.
 */
export async function readAwareFacts(store: Store): Promise<readonly AwareFact[]> {
  const rows = await readRows(store);
  return rows.flatMap(({ id, fact, document }) =>
    fact === 'aware' ? [readStored(isAwareFact, document, 'transparency_case_fact.document', id)] : [],
  );
}

/** Adds a statement after all others. */
export async function insertAwareFact(store: Store, aware: AwareFact): Promise<void> {
  await store.durableTransaction(async () => {
    const last = (await readRows(store)).at(-1);
    const document = toCanonicalJson({ ...aware });
    const link = toLink(last?.link ?? FIRST_LINK, 'aware', document);
    await store.db.insertInto('transparency_case_fact').values({ fact: 'aware', document, link }).execute();
  });
}

async function readRows(store: Store) {
  const rows = await store.db.selectFrom('transparency_case_fact').selectAll().orderBy('id').execute();
  let before = FIRST_LINK;
  for (const [at, { id, fact, document, link }] of rows.entries()) {
    if (id !== at + 1 || link !== toLink(before, fact, document))
      throw new Refusal('case-altered', [
        `case fact ${at + 1} was altered or removed after it was recorded. Restore a backup of the state; the newest statement is not used`,
      ]);
    before = link;
  }
  return rows;
}

function toLink(before: string, fact: string, document: string): string {
  return sha256Hex(toCanonicalJson([before, fact, document]));
}
