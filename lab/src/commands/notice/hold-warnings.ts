import type { Problem } from '@candor/core/base';
import { isInForce } from '@candor/core/notice';
import { now } from '../../adapters/clock.ts';
import type { Store } from '../../adapters/store.ts';
import { readParties } from '../../impact/count-impact.ts';
import { createHeirFinder } from '../../notice/heirs.ts';
import { readHolds } from '../../notice/holds-store.ts';
import { listTold } from '../../notice/wave-store.ts';

/** That a delay, or a party not to be contacted, holds nobody back: a directory gave up that id before it was told anything, and nobody knows whose addresses it had. */
export async function findHoldWarnings(store: Store, version: number): Promise<readonly Problem[]> {
  const at = now();
  const holds = (await readHolds(store)).filter((hold) => isInForce(hold, at));
  if (holds.every(({ party }) => party === null)) return [];
  const findHeirs = createHeirFinder(await readParties(store, version), await listTold(store));
  return holds.flatMap(({ id, kind, party }): Problem[] => {
    if (party === null || findHeirs(party).length > 0) return [];
    const name = kind === 'delay' ? 'Delay' : 'Do-not-contact entry';
    const text = `${name} ${id} is about ${party}, which is no party by now: whoever has its addresses is not held back. See whose they are, \`candor ${kind} ${kind === 'delay' ? 'set' : 'add'} PARTY\` for each, and prepare anew.`;
    return [{ code: 'hold-without-party', place: party, text, weight: 'person' }];
  });
}
