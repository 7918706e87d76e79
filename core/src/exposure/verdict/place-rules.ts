import type { Instant } from '@candor/core/base';
import type { Policy, ReachMeans } from '@candor/core/evidence';
import type { MailboxGap, RecordedFolder } from '../coverage/gap.ts';
import type { FolderRecord, MailboxRecords } from '../records/mailbox-records.ts';
import type { FolderMap, Place } from './folder-map.ts';
import { ReasonList } from './reason-list.ts';
import type { Reason } from './verdict.ts';

/** A Sync hands over what arrives within the next hour as well: repeats within it are not logged (S2, S3, S5–S7). */
const SYNC_SECONDS = 60 * 60;

/** Distinct answers that are remembered for one mailbox; beyond it they are worked out anew. */
const REMEMBERED_ANSWERS = 20_000;

/** What the rules know of the mailbox b. */
export interface MailboxFacts {
  readonly records: MailboxRecords;
  readonly gaps: readonly MailboxGap[];
  readonly reach: ReadonlySet<ReachMeans>;
  /** One of the intruder's applications is seen in use somewhere. */
  readonly isApplicationSeen: boolean;
  readonly policy: Policy;
}

/**
 * The rules that look only at where a copy lies and when it arrived: B7, S1–S7, T1, G1–G3. Copies of one place that arrived between the
 * same two turning points share their answer, so it is worked out once.
 */
export class PlaceRules {
  readonly #facts: MailboxFacts;
  readonly #folders: FolderMap;
  /** Instants t of every test "arrived ≤ t", sorted. */
  readonly #turns: readonly Instant[];
  readonly #answers = new Map<number, readonly Reason[]>();

  constructor(facts: MailboxFacts, folders: FolderMap) {
    this.#facts = facts;
    this.#folders = folders;
    const { syncs, lossy } = facts.records;
    const turns = [
      ...syncs.flatMap(({ time }) => [time, time + SYNC_SECONDS]),
      ...lossy.map(({ time }) => time),
      ...facts.gaps.map(({ to }) => to),
    ];
    this.#turns = [...new Set(turns)].sort((a, b) => a - b);
  }

  /** Ask only when every copy of the mailbox was placed. */
  judge(place: Place, arrived: Instant | null): readonly Reason[] {
    const key = place.number * (this.#turns.length + 2) + this.#countTurnsBefore(arrived);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const reasons = new ReasonList();
    this.#judgeSyncs(place, arrived, reasons);
    this.#judgeLossy(place, arrived, reasons);
    this.#judgeGaps(place, arrived, reasons);
    const answer = reasons.toSorted();
    if (this.#answers.size >= REMEMBERED_ANSWERS) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  #judgeSyncs(place: Place, arrived: Instant | null, reasons: ReasonList): void {
    for (const sync of this.#facts.records.syncs) {
      if (!isBy(arrived, sync.time + SYNC_SECONDS)) continue;
      const relation = this.#relate(place, sync);
      if (!sync.isIntruders) {
        if (relation !== 'other') reasons.add('sync-unattributed', [sync.id]);
      } else if (relation === 'in') {
        // An unknown arrival passes the test of S1, and S2 is for what S1 leaves.
        reasons.add(isBy(arrived, sync.time) ? 'sync-folder' : 'sync-hour', [sync.id]);
      } else if (relation === 'unknown') {
        reasons.add('sync-folder-unknown', [sync.id]);
      } else {
        reasons.add(this.#facts.policy.sync === 'mailbox' ? 'sync-mailbox' : 'sync-other-folder', [sync.id]);
      }
    }
  }

  #judgeLossy(place: Place, arrived: Instant | null, reasons: ReasonList): void {
    for (const { id, time, isIntruders, folders } of this.#facts.records.lossy) {
      if (!isIntruders || !isBy(arrived, time)) continue;
      if (folders.some((folder) => this.#folders.isKnown(folder) && this.#folders.isIn(place, folder))) {
        reasons.add('lossy-record', [id]);
      }
    }
  }

  #judgeGaps(place: Place, arrived: Instant | null, reasons: ReasonList): void {
    const { reach, gaps, isApplicationSeen } = this.#facts;
    const { isActive } = this.#facts.records;
    const isCertain = isActive || reach.has('credentials');
    if (!isCertain && reach.size === 0) return;
    for (const gap of gaps) {
      if (!isBy(arrived, gap.to) || !this.#reaches(gap, place)) continue;
      if (gap.kind === 'throttled') {
        if (isActive) reasons.add('throttled', gap.records, gap);
      } else if (isCertain) {
        reasons.add(`gap-${gap.kind}`, gap.records, gap);
      }
      if (reach.has('application')) reasons.add(isApplicationSeen ? 'app-reach-used' : 'app-reach', gap.records, gap);
      if (reach.has('delegation')) reasons.add('delegate-reach', gap.records, gap);
    }
  }

  /** A lossy record's gap reaches its folders and copies whose folder is unknown; every copy when one of its folders is unknown. */
  #reaches({ folders }: MailboxGap, place: Place): boolean {
    if (folders === null || folders.length === 0 || !place.isKnown) return true;
    return folders.some((folder) => !this.#folders.isKnown(folder) || this.#folders.isIn(place, folder));
  }

  /** Is the copy in F, in another folder, or can that not be told? */
  #relate(place: Place, { folders }: FolderRecord): 'in' | 'other' | 'unknown' {
    const isIn = (folder: RecordedFolder) => this.#folders.isKnown(folder) && this.#folders.isIn(place, folder);
    if (folders.some(isIn)) return 'in';
    const isKnown = place.isKnown && folders.length > 0 && folders.every((folder) => this.#folders.isKnown(folder));
    return isKnown ? 'other' : 'unknown';
  }

  /** How many turning points lie before the arrival; an unknown arrival has a number of its own. */
  #countTurnsBefore(arrived: Instant | null): number {
    if (arrived === null) return this.#turns.length + 1;
    let low = 0;
    let high = this.#turns.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#turns[middle] ?? 0) < arrived) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** An unknown arrival passes every test on arrival. */
function isBy(arrived: Instant | null, time: Instant): boolean {
  return arrived === null || arrived <= time;
}
