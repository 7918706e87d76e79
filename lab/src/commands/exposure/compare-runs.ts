import { compareUtf8, Refusal } from '@candor/core/base';
import { type Cause, type ChangeCounts, compareVersions } from '@candor/core/exposure/explain';
import { readVersionRows } from '../../exposure/store/verdict-store.ts';
import { findVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { withLastVersion } from '../open-version.ts';
import { compareParties, type PartyChange } from './compare-parties.ts';
import { type CausedChange, findCauses, findPossibleCauses } from './find-causes.ts';

export interface VersionDifference {
  readonly from: number;
  readonly to: number;
  /** The rules of the two. */
  readonly rules: readonly [from: string, to: string];
  /** By what the two differ at all. */
  readonly causes: readonly Cause[];
  /** Copies per custodian. */
  readonly custodians: Readonly<Record<string, ChangeCounts>>;
  readonly parties: readonly PartyChange[];
  /** The copies that changed. */
  readonly changes: readonly CausedChange[];
}

/**
 * What changed between two versions, per custodian, per party and copy by copy. Without numbers: the last two.
 * @throws Refusal for a version that is not there.
 */
export function compareRuns(statePath: string, from: number | null, to: number | null): Promise<VersionDifference> {
  return withLastVersion(statePath, async ({ store }, last) => {
    const later = to ?? last.version;
    const earlier = from ?? later - 1;
    if (earlier === 0 && from === null) {
      throw new Refusal('unknown-version', [
        'there is only exposure version 1 so far; a run with more evidence, indicators or another policy makes the next',
      ]);
    }
    const requireVersion = async (version: number): Promise<StoredVersion> => {
      const found = await findVersion(store, version);
      if (found !== null) return found;
      throw new Refusal('unknown-version', [`there is no exposure version ${version}; the newest is ${last.version}`]);
    };
    const versions = [await requireVersion(earlier), await requireVersion(later)] as const;
    const causes = await findPossibleCauses(store, ...versions);
    const counts = new Map<string, ChangeCounts>();
    const changes = [
      ...compareVersions(await readVersionRows(store, earlier), await readVersionRows(store, later), counts),
    ];
    return {
      from: earlier,
      to: later,
      rules: [versions[0].rules, versions[1].rules],
      causes: [...causes],
      custodians: Object.fromEntries([...counts].sort(([a], [b]) => compareUtf8(a, b))),
      parties: compareParties(await readParties(store, earlier), await readParties(store, later)),
      changes: await findCauses(store, versions, changes, causes),
    };
  });
}
