import type { Store } from '../../adapters/store.ts';

export interface Erased {
  readonly findings: number;
  readonly messages: number;
}

/**
 * Takes away places, masks and hashes of messages that were searched before a moment (null: all), and marks them so
 * that no later run searches them again. Inside the caller's transaction.
 */
export async function eraseSearched(store: Store, before: number | null, at: number): Promise<Erased> {
  const { db } = store;
  const meant = db
    .selectFrom('impact_searched')
    .select('fingerprint')
    .where('erased_at', 'is', null)
    .where('searched_at', '<', before ?? Number.MAX_SAFE_INTEGER);
  const findings = await db.deleteFrom('impact_finding').where('fingerprint', 'in', meant).executeTakeFirstOrThrow();
  const messages = await db
    .updateTable('impact_searched')
    .set({ search: '', sender: '', names: null, unread: null, privilege: null, attached: null, erased_at: at })
    .where('fingerprint', 'in', meant)
    .executeTakeFirstOrThrow();
  // The number of a value is never given to another one: decisions name it.
  const orphans = await db
    .selectFrom('impact_value')
    .select('id')
    .where('id', 'not in', db.selectFrom('impact_finding').select('value_id'))
    .execute();
  for (const { id } of orphans)
    await db
      .updateTable('impact_value')
      .set({ hash: `erased ${id}` })
      .where('id', '=', id)
      .execute();
  return { findings: Number(findings.numDeletedRows), messages: Number(messages.numUpdatedRows) };
}
