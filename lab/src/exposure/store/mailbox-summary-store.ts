import type { Store } from '../../adapters/store/store.ts';
import {
  isNumber,
  isNumbers,
  isTexts,
  optional,
  readStored,
  recordOf,
  shapeOf,
} from '../../adapters/store/stored-json.ts';
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

const isCounts = recordOf(isNumber);

const isMailboxSummary = shapeOf<MailboxSummary>({
  copies: isCounts,
  codes: isCounts,
  first: isNumbers,
  records: optional(shapeOf<StrongRecords>({ count: isNumber, first: isTexts })),
});

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
