import type { Problem } from '@candor/core/base';
import { isInForce } from '@candor/core/notice';
import { now } from '../../adapters/clock.ts';
import type { Store } from '../../adapters/store.ts';
import { readParties } from '../../impact/count-impact.ts';
import { readHolds } from '../../notice/holds-store.ts';

/** That a delay, or a party not to be contacted, holds nobody back: a directory or a person gave the addresses of that id to others, and those are written to. */
export async function findHoldWarnings(store: Store, version: number): Promise<readonly Problem[]> {
  const at = now();
  const holds = (await readHolds(store)).filter((hold) => isInForce(hold, at));
  if (holds.every(({ party }) => party === null)) return [];
  const present = new Set((await readParties(store, version)).flatMap(({ party, mergedIds }) => [party, ...mergedIds]));
  return holds.flatMap(({ id, kind, party }): Problem[] => {
    if (party === null || present.has(party)) return [];
    const name = kind === 'delay' ? 'Delay' : 'Do-not-contact entry';
    const text = `${name} ${id} is about ${party}, which is no party by now: whoever has its addresses is not held back. See whose they are, \`candor ${kind} ${kind === 'delay' ? 'set' : 'add'} PARTY\` for each, and prepare anew.`;
    return [{ code: 'hold-without-party', place: party, text, weight: 'person' }];
  });
}
