import { formatTime, Refusal } from '@candor/core/base';
import type { Operator } from '@candor/core/evidence';
import { readEntry } from '@candor/core/ledger';
import type { Store } from '../adapters/store.ts';
import { readGenesis, toChangedKeySet } from '../ledger/key-set.ts';

/** After a change of keys the new ones sign nothing for a day: whoever was tricked into a change has time to notice. */
const coolOffSeconds = 86_400;

/** @throws Refusal for a key that came in with a change less than a day ago. */
export async function assertCooledOff(store: Store, { name, key }: Operator, at: number): Promise<void> {
  const rows = await store.db
    .selectFrom('ledger_entry')
    .select(['entry', 'made_at'])
    .where('kind', '=', 'operators')
    .orderBy('position')
    .execute();
  let since: number | null = null;
  let known = ((await readGenesis(store))?.keys.operators ?? []).some((operator) => operator.key === key);
  for (const { entry, made_at } of rows) {
    const read = entry === null ? null : readEntry(entry);
    const isIn = read !== null && toChangedKeySet(read)?.operators.some((operator) => operator.key === key) === true;
    if (isIn && !known) since = made_at;
    known = isIn;
  }
  if (since === null || at >= since + coolOffSeconds) return;
  throw new Refusal('key-too-new', [
    `the key of ${name} came in with a change of operators less than a day ago; it signs from ${formatTime(since + coolOffSeconds)}`,
  ]);
}
