import { Refusal } from '@candor/core/base';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { writeFact } from '../../adapters/store/state-fact.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { findHead, putHead } from '../../review/store/access-store.ts';
import { type ReviewNeed, readOpenNeeds, settleNeed } from '../../review/store/need-store.ts';
import { withPortal } from '../acting.ts';

export interface SettledNeed {
  readonly subject: string;
  readonly why: string;
  /** Position of the log entry that continues a party's chain elsewhere; null otherwise. */
  readonly entry: number | null;
}

/**
 * A person's decision about a portal that lost data. A party's chain continues where the portal does, and the log
 * records it; fetched records are kept.
 * @throws Refusal when nothing with this name waits.
 */
export function settlePortal(state: StateFolder, subject: string, why: string, by: string): Promise<SettledNeed> {
  return withPortal(state, async () => {
    const kinds: readonly ReviewNeed['kind'][] = ['access-break', 'portal-back'];
    const open = (await readOpenNeeds(state.store)).filter(({ kind }) => kinds.includes(kind));
    const need = open.find((one) => one.subject === subject || one.kind === subject);
    if (need === undefined)
      throw new Refusal('nothing-to-settle', [
        `nothing about "${subject}" waits for a person; ${open.length === 0 ? 'nothing about the portal waits' : `these wait: ${open.map((one) => (one.party === null ? one.kind : one.subject)).join(', ')}`}`,
      ]);
    return settle(state, need, why, by);
  });
}

async function settle(state: StateFolder, need: ReviewNeed, why: string, by: string): Promise<SettledNeed> {
  const { store } = state;
  const at = now();
  const runtime = createNodeRuntime();
  await requireActiveOperators(state, runtime, at);
  return store.durableTransaction(async () => {
    const head = need.party === null ? null : await findHead(store, need.party);
    let entry: number | null = null;
    if (need.party !== null && head?.broken != null) {
      const { number, previous } = head.broken;
      const what = `chain ${need.party} ${number - 1} ${previous}`;
      entry = await appendEntry(store, runtime, { kind: 'access', at, body: { what, by, why } });
      await putHead(store, need.party, { number: number - 1, hash: previous });
      // Records behind the break were skipped: the list is fetched again from the start.
      await writeFact(store, 'portal-access', 'null');
    }
    await settleNeed(store, need, { by, why, at });
    return { subject: need.subject, why, entry };
  });
}
