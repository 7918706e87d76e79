import type { Instant } from '@candor/core/base';
import type { Policy } from '@candor/core/incident';
import { type RecordedFolder, toFoldersKey } from '../coverage/gap.ts';
import { SYNC_SECONDS } from '../coverage/span.ts';
import type { FolderRecord } from '../records/mailbox-records.ts';
import { type Cited, mergeCited } from '../verdict/cited.ts';
import { toReason } from '../verdict/reason-list.ts';
import type { Reason, ReasonCode } from '../verdict/verdict.ts';
import type { FolderMap, Place } from './folder-map.ts';
import { TimedRecords } from './timed-records.ts';

export interface FolderGroup {
  readonly isIntruders: boolean;
  readonly folders: readonly RecordedFolder[];
  readonly records: TimedRecords;
}

/** A message left a folder at this time at the latest, and was in it before. */
export interface FolderDeparture {
  readonly folder: RecordedFolder;
  readonly time: Instant;
}

export function groupByFolders(records: readonly FolderRecord[]): readonly FolderGroup[] {
  const groups = new Map<string, FolderRecord[]>();
  for (const record of records) {
    const key = `${record.isIntruders} ${toFoldersKey(record.folders)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()].map((group) => ({
    isIntruders: group[0]?.isIntruders ?? false,
    folders: group[0]?.folders ?? [],
    records: new TimedRecords(group),
  }));
}

/** Whether the copy is in F, in another folder, or unknown. */
export function relateToFolders(
  place: Place,
  folders: readonly RecordedFolder[],
  map: FolderMap,
): 'in' | 'other' | 'unknown' {
  if (folders.some((folder) => map.isKnown(folder) && map.isIn(place, folder))) return 'in';
  const isKnown = place.isKnown && folders.length > 0 && folders.every((folder) => map.isKnown(folder));
  return isKnown ? 'other' : 'unknown';
}

export class SyncRules {
  readonly #groups: readonly FolderGroup[];
  readonly #policy: Policy['sync'];
  readonly #folders: FolderMap;

  constructor(syncs: readonly FolderRecord[], policy: Policy['sync'], folders: FolderMap) {
    this.#groups = groupByFolders(syncs);
    this.#policy = policy;
    this.#folders = folders;
  }

  /** Whether a copy's earlier places matter. */
  get looksAtMoves(): boolean {
    return this.#groups.some(({ isIntruders }) => !isIntruders || this.#policy === 'folder');
  }

  judge(place: Place, arrived: Instant | null, left: readonly FolderDeparture[]): Reason[] {
    const cited = new Map<ReasonCode, Cited[]>();
    const add = (code: ReasonCode, records: Cited) => {
      if (records.count === 0) return;
      cited.set(code, [...(cited.get(code) ?? []), records]);
    };
    for (const group of this.#groups) {
      const relation = relateToFolders(place, group.folders, this.#folders);
      const leftAt = relation === 'in' ? null : this.#leftAt(group, left);
      // The copy was in F until it left; a Sync at that second or later is too late.
      if (leftAt !== null) this.#judgeGroup(group, 'in', arrived, Number.NEGATIVE_INFINITY, leftAt, add);
      this.#judgeGroup(group, relation, arrived, leftAt ?? Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, add);
    }
    return [...cited].map(([code, records]) => toReason(code, mergeCited(records)));
  }

  /** The Syncs of a group with `from` ≤ t < `before`. */
  #judgeGroup(
    { isIntruders, records }: FolderGroup,
    relation: 'in' | 'other' | 'unknown',
    arrived: Instant | null,
    from: Instant,
    before: Instant,
    add: (code: ReasonCode, records: Cited) => void,
  ): void {
    // An unknown arrival passes every test, also S1's; S2 covers what S1 leaves.
    const there = Math.max(from, arrived ?? Number.NEGATIVE_INFINITY);
    const within = Math.max(from, arrived === null ? Number.NEGATIVE_INFINITY : arrived - SYNC_SECONDS);
    if (!isIntruders) {
      if (relation !== 'other') add('sync-unattributed', records.cite(within, before));
    } else if (relation === 'in') {
      add('sync-folder', records.cite(there, before));
      add('sync-hour', records.cite(within, Math.min(there, before)));
    } else if (relation === 'unknown') {
      add('sync-folder-unknown', records.cite(within, before));
    } else {
      add(this.#policy === 'mailbox' ? 'sync-mailbox' : 'sync-other-folder', records.cite(within, before));
    }
  }

  /** When the copy last left one of these Syncs' folders; null if it did not, or if irrelevant. */
  #leftAt({ isIntruders, folders }: FolderGroup, left: readonly FolderDeparture[]): Instant | null {
    if (left.length === 0 || (isIntruders && this.#policy === 'mailbox')) return null;
    let last: Instant | null = null;
    for (const { folder, time } of left) {
      if (last !== null && time <= last) continue;
      if (folders.some((each) => this.#folders.isSame(each, folder))) last = time;
    }
    return last;
  }
}
