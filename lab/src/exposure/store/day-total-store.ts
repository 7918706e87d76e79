import { z } from 'zod';
import { guardOf, objectOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';
import type { DayOfActs, DayOfCopies, DayTotals } from '../day-tally.ts';

/** No custodian has an empty name: the row is about the version as a whole. */
const WHOLE = '';

const isDayTotals = guardOf(
  objectOf<DayTotals>({
    acts: z.array(
      objectOf<DayOfActs>({
        mailbox: z.string().nullable(),
        isSupplied: z.boolean(),
        day: z.number(),
        kind: z.string(),
        isUndecided: z.boolean(),
        records: z.number(),
      }),
    ),
    copies: z.array(objectOf<DayOfCopies>({ day: z.number().nullable(), verdict: z.string(), copies: z.number() })),
    recorded: z.record(z.string(), z.array(z.tuple([z.number(), z.number()]))),
  }),
);

/** Null where the version was made before this was kept. */
export async function readDayTotals(store: Store, version: number): Promise<DayTotals | null> {
  const row = await store.db
    .selectFrom('exposure_mailbox')
    .select('summary')
    .where('version', '=', version)
    .where('custodian', '=', WHOLE)
    .executeTakeFirst();
  return row === undefined ? null : readStored(isDayTotals, row.summary, 'exposure_mailbox.summary', WHOLE);
}

export function insertDayTotals(store: Store, version: number, totals: DayTotals): void {
  store.insertRows('exposure_mailbox', ['version', 'custodian', 'summary'], [[version, WHOLE, JSON.stringify(totals)]]);
}
