import { type DeliveryOutcome, toOutcome } from '@candor/core/notice/delivery';
import { describeSelection, type Selection } from '@candor/core/notice/selection';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { requireSelection } from '../../notice/store/selection-store.ts';
import { type DeliveryWindow, type ListedDelivery, listWaveDeliveries } from '../../notice/store/wave-list-store.ts';

/** Some deliveries of a wave, and what may be said of each. */
export async function readWaveDeliveries(state: StateFolder, number: number, window: DeliveryWindow) {
  const { total, rows } = await listWaveDeliveries(state.store, number, window);
  return {
    total,
    rows: rows.map((row) => ({
      delivery: row.id,
      notice: row.notice,
      party: row.party,
      contact: row.contact,
      rung: row.rung,
      outcome: toListedOutcome(row),
      said: row.reply ?? row.reason,
      attempts: row.attempts,
      changedAt: row.changedAt,
    })),
  };
}

/** What has not left, in more words than a list of all waves has. */
function toListedOutcome({
  state,
  takenBy,
}: ListedDelivery): DeliveryOutcome['is'] | 'deferred' | 'held-back' | 'under-way' {
  const outcome = toOutcome(state, takenBy);
  if (outcome.is === 'sent') return outcome.said.value;
  if (outcome.is !== 'prepared') return outcome.is;
  if (state === 'deferred') return 'deferred';
  if (state === 'inhibited') return 'held-back';
  return state === 'intent' ? 'under-way' : 'prepared';
}

/** Some lines of a wave's selection document. @throws Refusal for a wave without one. */
export async function readWaveSelection(
  { store }: StateFolder,
  number: number,
  window: { readonly sections: readonly string[]; readonly from: number; readonly count: number },
) {
  const selection = await requireSelection(store, createNodeRuntime(), number);
  const lines = describeSelection(selection);
  const found = lines.filter(({ section }) => window.sections.length === 0 || window.sections.includes(section));
  return {
    sections: [...Map.groupBy(lines, ({ section }) => section)].map(([of, all]) => ({ of, count: all.length })),
    total: found.length,
    rows: found.slice(window.from, window.from + window.count),
    since: toSince(selection),
  };
}

function toSince({ since }: Selection) {
  return since === null ? null : { wave: since.wave, added: since.added.length, removed: since.removed.length };
}
