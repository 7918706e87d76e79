import type { Problem } from '@candor/core/base';
import { isInForce } from '@candor/core/notice/contact';
import { now } from '../../adapters/clock.ts';
import type { Store } from '../../adapters/store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { createSuccessorResolver } from '../../notice/party/successors.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { listSentNotices } from '../../notice/store/wave-store.ts';
import { toFirstWarnings } from './first-warnings.ts';

/** Parties that a sentence names. */
const NAMED = 3;

/**
 * That a delay, or a party not to be contacted, is about an id that a directory gave up: it holds whoever has the
 * addresses now, or, where nobody has them, nobody. A hold of before they were kept, of an id that was never told
 * anything, stands for nothing that is known. And that it holds also parties which were parted from its own since.
 */
export async function findHoldWarnings(store: Store, version: number): Promise<readonly Problem[]> {
  const at = now();
  const holds = (await readHolds(store)).filter((hold) => isInForce(hold, at));
  if (holds.every(({ party }) => party === null)) return [];
  const findHeirs = createSuccessorResolver(await readParties(store, version), await listSentNotices(store));
  const warnings = holds.flatMap(({ id, kind, party, held }): Problem[] => {
    const heirs = party === null ? [] : findHeirs(party, held);
    const others = heirs.filter((heir) => ![heir.party, ...heir.mergedIds].some((each) => each === party));
    if (party === null || (others.length === 0 && heirs.length > 0)) return [];
    const name = kind === 'delay' ? 'Delay' : 'Do-not-contact entry';
    const set = `\`candor ${kind} ${kind === 'delay' ? 'set' : 'add'} PARTY\``;
    const ids = others.map((heir) => heir.party);
    const named = ids.length > NAMED ? `${ids.slice(0, NAMED).join(', ')} …` : ids.join(', ');
    const toEnd = `Where that is too much, ${set} for the right one, and then end ${id}.`;
    if (others.length < heirs.length)
      return [
        {
          code: 'hold-with-others',
          place: party,
          text: `${name} ${id} is about ${party}, and holds ${named}, too, which ${others.length === 1 ? 'has' : 'have'} addresses that ${party} had when it was set. ${toEnd}`,
          weight: 'note',
        },
      ];
    const text =
      heirs.length === 0
        ? `${name} ${id} is about ${party}, which is no party by now: whoever has its addresses is not held back. See whose they are, ${set} for each, and prepare anew.`
        : `${name} ${id} is about ${party}, which is no party by now: it holds ${named}, whose its addresses are. ${toEnd}`;
    return [{ code: 'hold-without-party', place: party, text, weight: heirs.length === 0 ? 'person' : 'note' }];
  });
  return toFirstWarnings(warnings);
}
