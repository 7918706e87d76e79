import { z } from 'zod';
import { guardOf, objectOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import type { MailboxSummary } from '../mailbox-summary.ts';
import type { StrongRecords } from '../strong-records.ts';

/** Null where the version was made before this was kept. */
export async function readMailboxSummary(
  store: Store,
  version: number,
  custodian: string,
): Promise<MailboxSummary | null> {
  const row = await store.db
    .selectFrom('exposure_mailbox')
    .select('summary')
    .where('version', '=', version)
    .where('custodian', '=', custodian)
    .executeTakeFirst();
  return row === undefined ? null : readStored(isMailboxSummary, row.summary, 'exposure_mailbox.summary', custodian);
}

const counts = z.record(z.string(), z.number());
const isMailboxSummary = guardOf(
  objectOf<MailboxSummary>({
    copies: counts,
    codes: counts,
    first: z.array(z.number()),
    records: objectOf<StrongRecords>({ count: z.number(), first: z.array(z.string()) }).exactOptional(),
  }),
);

export function insertMailboxSummaries(
  store: Store,
  version: number,
  summaries: readonly (readonly [custodian: string, summary: MailboxSummary])[],
): void {
  store.insertRows(
    'exposure_mailbox',
    ['version', 'custodian', 'summary'],
    summaries.map(([custodian, summary]) => [version, custodian, JSON.stringify(summary)]),
  );
}
