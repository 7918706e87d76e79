import { DETECTORS_VERSION } from '@candor/core/impact/detectors';
import { toFindingClass } from '@candor/core/impact/findings';
import type { FoundKindCounts, FoundRecords } from '@candor/core/transparency';
import type { Store } from '../adapters/store/store.ts';
import { countSearched, listExposedFound } from '../impact/store/count-findings.ts';
import type { ExposedScope } from '../impact/store/exposed-copies.ts';
import { readSearchState, streamFoundMessages } from '../impact/store/found-messages.ts';

interface Tally {
  messages: number;
  certain: number;
  likely: number;
  accepted: number;
  readonly values: Set<number>;
}

/**
 * What counts in the exposed mail of a version after what people decided, persons aside; null where nothing was
 * searched.
 */
export async function countFound(
  store: Store,
  scope: ExposedScope,
): Promise<Omit<FoundRecords, 'people' | 'persons'> | null> {
  if ((await readSearchState(store)) === null) return null;
  const exposed = await listExposedFound(store, scope);
  const tallies = new Map<string, Tally & { readonly hasValues: boolean }>();
  for await (const { fingerprint, findings } of streamFoundMessages(store)) {
    if (!exposed.has(fingerprint)) continue;
    const counted = findings.filter(({ state }) => state === 'counted');
    for (const { kind, confidence, value } of counted) {
      const hasValues = toFindingClass(kind) !== 'sensitive';
      const none = { messages: 0, certain: 0, likely: 0, accepted: 0, values: new Set<number>(), hasValues };
      const tally = tallies.get(kind) ?? none;
      tallies.set(kind, tally);
      tally[confidence === 'weak' ? 'accepted' : confidence] += 1;
      tally.values.add(value);
    }
    for (const kind of new Set(counted.map((finding) => finding.kind))) {
      const tally = tallies.get(kind);
      if (tally !== undefined) tally.messages += 1;
    }
  }
  const kinds = [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { values, hasValues, ...counts }]): [string, FoundKindCounts] => [
      kind,
      { ...counts, values: hasValues ? values.size : null },
    ]);
  const { searched, unsearched, unreached = 0, erased, unread, unreadSizes = {} } = await countSearched(store, scope);
  const coverage = { searched, unsearched, unreached, erased, unread, unreadSizes };
  return { kinds: Object.fromEntries(kinds), ...coverage, detectors: DETECTORS_VERSION };
}
