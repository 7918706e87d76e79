import type { Store } from '../../adapters/store.ts';
import { findVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import type { NoticeSummary } from '../store/wave-store.ts';

/**
 * Whether evidence went missing between what a notice said and this version: lower figures may follow from that, so
 * they do not show that the notice was wrong.
 */
export async function createGoneTest(
  store: Store,
  version: StoredVersion,
  told: readonly NoticeSummary[],
): Promise<(notice: number) => boolean> {
  const gone = listGone(version);
  if (gone.length === 0) return () => false;
  const versionOf = new Map(told.map(({ id, facts }) => [id, facts.exposure.version]));
  const missedBy = new Map<number, ReadonlySet<string>>();
  for (const before of new Set(versionOf.values())) {
    const then = await findVersion(store, before);
    missedBy.set(before, new Set(then === null ? [] : listGone(then)));
  }
  return (notice) => {
    const missed = missedBy.get(versionOf.get(notice) ?? version.version);
    return gone.some((place) => missed?.has(place) !== true);
  };
}

function listGone({ problems }: StoredVersion): readonly string[] {
  return problems.filter(({ code }) => code === 'evidence-gone').map(({ place }) => place);
}
