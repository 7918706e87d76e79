import { formatTime, Refusal } from '@candor/core/base';
import type { Operator } from '@candor/core/evidence/incident';
import type { Store } from '../../adapters/store.ts';
import { listOperatorsOfLog } from '../../ledger/index.ts';

/** After a change of keys the new ones sign nothing for a day: whoever was tricked into a change has time to notice. */
const coolOffSeconds = 86_400;

/** @throws Refusal for a key that came in with a change less than a day ago. */
export async function assertCooledOff(store: Store, { name, key }: Operator, at: number): Promise<void> {
  let since: number | null = null;
  let known = false;
  for (const { position, at: changedAt, operators } of await listOperatorsOfLog(store)) {
    const isIn = operators.some((operator) => operator.key === key);
    if (isIn && !known) since = position === 0 ? null : changedAt;
    known = isIn;
  }
  if (since === null || at >= since + coolOffSeconds) return;
  throw new Refusal('key-too-new', [
    `the key of ${name} was added by a change of operators less than a day ago; it can sign from ${formatTime(since + coolOffSeconds)}`,
  ]);
}
