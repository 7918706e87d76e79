import type { Store } from '../../adapters/store/store.ts';
import { findVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import type { NoticeSummary } from '../store/wave-store.ts';

/** What may be missing behind the figures of a notice. */
export interface GoneEvidence {
  /** Mail or a log: lower figures may follow from that, so they do not show that the notice was wrong. */
  readonly any: boolean;
  /** A log. That is all that counts for a party whose messages are all still there (`findVanished`). */
  readonly log: boolean;
}

/** What went missing between what a notice said and this version. */
export async function createGoneTest(
  store: Store,
  version: StoredVersion,
  sentNotices: readonly NoticeSummary[],
): Promise<(notice: number) => GoneEvidence> {
  const gone = listGone(version);
  if (gone.length === 0) return () => ({ any: false, log: false });
  const logs = new Set(version.inputs.accessFiles);
  const versionOf = new Map(sentNotices.map(({ id, facts }) => [id, facts.exposure.version]));
  const goneSince = new Map<number, GoneEvidence>();
  for (const before of new Set([...versionOf.values(), version.version])) {
    const then = await findVersion(store, before);
    const missed = new Set(then === null ? [] : listGone(then));
    goneSince.set(before, {
      any: gone.some((place) => !missed.has(place)),
      // Versions of before this was kept name no log: any of theirs may be missing.
      log: then?.inputs.accessFiles?.some((digest) => !logs.has(digest)) ?? true,
    });
  }
  return (notice) => {
    const { any: isAny, log } = goneSince.get(versionOf.get(notice) ?? version.version) ?? { any: true, log: true };
    return { any: isAny, log: isAny && log };
  };
}

function listGone({ problems }: StoredVersion): readonly string[] {
  return problems.filter(({ code }) => code === 'evidence-gone').map(({ place }) => place);
}
