import type { Hashing } from '@candor/core/ledger';
import { freshBytes } from '../adapters/random.ts';
import type { Store } from '../adapters/store.ts';
import { appendEntry } from '../ledger/store/entry-store.ts';

const SALT_BYTES = 32;

/** What a party contests. */
export interface Claim {
  readonly party: string;
  readonly notice: number | null;
  readonly claim: string;
  /** Who recorded it, or signed it. */
  readonly by: string;
}

/** Keeps a claim, and writes it to the log as it was said. Inside the caller's transaction. Gives the number of the dispute. */
export async function keepDispute(
  store: Store,
  hashing: Hashing,
  { party, notice, claim, by }: Claim,
  at: number,
): Promise<number> {
  const { id } = await store.db
    .insertInto('notice_dispute')
    .values({
      party,
      notice_id: notice,
      claim,
      made_by: by,
      made_at: at,
      answer: null,
      answered_by: null,
      answered_at: null,
      entry: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const body = { act: 'opened', by, dispute: Number(id), party, text: claim };
  await appendEntry(store, hashing, { kind: 'dispute', at, body }, freshBytes(SALT_BYTES));
  return Number(id);
}
