import type { Instant } from '@candor/core/base';
import type { Policy } from '@candor/core/incident';
import { EXPORT_SECONDS, SYNC_SECONDS } from '../coverage/span.ts';
import type { MailboxRecords, StrongRecord } from '../records/mailbox-records.ts';
import { type Cited, mergeCited } from '../verdict/cited.ts';
import { sortReasons, toReason } from '../verdict/reason-list.ts';
import type { Reason, ReasonCode } from '../verdict/verdict.ts';
import type { FolderMap, Place } from './folder-map.ts';
import { type GapFacts, GapRules } from './gap-rules.ts';
import { type FolderDeparture, type FolderGroup, groupByFolders, relateToFolders, SyncRules } from './sync-rules.ts';
import { countBelow, TimedRecords } from './timed-records.ts';

/** Maximum cached answers per mailbox. */
const REMEMBERED_ANSWERS = 4_000;

/** Facts of mailbox b for the rules. */
export interface MailboxFacts extends GapFacts {
  readonly records: MailboxRecords;
  readonly policy: Policy;
}

/**
 * The rules that depend only on place and arrival of a copy: B7, L1, E1, S1–S7, T1, G1–G3. Copies of one place between
 * the same turning points share a cached answer.
 */
export class PlaceRules {
  readonly #folders: FolderMap;
  readonly #syncs: SyncRules;
  readonly #gaps: GapRules;
  readonly #lists: readonly FolderGroup[];
  readonly #lossy: readonly FolderGroup[];
  readonly #exports: readonly { readonly code: ReasonCode; readonly records: TimedRecords }[];
  /** Instants t of every test "arrived ≤ t", sorted. */
  readonly #turns: Float64Array;
  readonly #answers = new Map<number, readonly Reason[]>();

  constructor(facts: MailboxFacts, folders: FolderMap) {
    const { syncs, lists, lossy, exports } = facts.records;
    this.#folders = folders;
    this.#syncs = new SyncRules(syncs, facts.policy.sync, folders);
    // What a linked record reaches is no reason (`LinkedPlaces`).
    this.#gaps = new GapRules({ ...facts, reach: facts.reach.filter((reach) => !reach.isLinkedAfter) }, folders);
    this.#lists = groupByFolders(lists);
    this.#lossy = groupByFolders(lossy.filter(({ isIntruders }) => isIntruders));
    const by = (isIntruders: boolean) => exports.filter((record: StrongRecord) => record.isIntruders === isIntruders);
    this.#exports = [
      { code: 'export', records: new TimedRecords(by(true)) },
      { code: 'export-unattributed', records: new TimedRecords(by(false)) },
    ];
    const turns = new Set<Instant>();
    for (const { time } of syncs) turns.add(time).add(time + SYNC_SECONDS);
    for (const list of [lists, lossy]) for (const { time } of list) turns.add(time);
    for (const { time } of exports) turns.add(time + EXPORT_SECONDS);
    for (const turn of this.#gaps.turns()) turns.add(turn);
    this.#turns = Float64Array.from(turns).sort();
  }

  /** Whether a copy's earlier places matter. */
  get looksAtMoves(): boolean {
    return this.#syncs.looksAtMoves;
  }

  /** Sorted by code. Call after every copy was placed. `left`: folders that it was moved out of. */
  judge(place: Place, arrived: Instant | null, left: readonly FolderDeparture[]): readonly Reason[] {
    if (left.length > 0) return this.#work(place, arrived, left);
    const key = place.number * (this.#turns.length + 2) + this.#countTurnsBefore(arrived);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = this.#work(place, arrived, left);
    if (this.#answers.size >= REMEMBERED_ANSWERS) this.#answers.clear();
    this.#answers.set(key, answer);
    return answer;
  }

  #work(place: Place, arrived: Instant | null, left: readonly FolderDeparture[]): readonly Reason[] {
    return sortReasons([
      ...this.#syncs.judge(place, arrived, left),
      ...this.#gaps.judge(place, arrived),
      ...this.#judgeLists(place, arrived),
      ...this.#judgeLossy(place, arrived),
      ...this.#judgeExports(arrived),
    ]);
  }

  /** L1: a list shows what is in its folder; an unknown folder, or a copy in one, may match anything. */
  #judgeLists(place: Place, arrived: Instant | null): Reason[] {
    const shown = this.#lists.filter(({ folders }) => relateToFolders(place, folders, this.#folders) !== 'other');
    return [
      ...toReasons(
        'folder-listed',
        shown.filter(({ isIntruders }) => isIntruders),
        arrived,
      ),
      ...toReasons(
        'folder-listed-unattributed',
        shown.filter(({ isIntruders }) => !isIntruders),
        arrived,
      ),
    ];
  }

  #judgeLossy(place: Place, arrived: Instant | null): Reason[] {
    const concerned = this.#lossy.filter(({ folders }) => relateToFolders(place, folders, this.#folders) === 'in');
    return toReasons('lossy-record', concerned, arrived);
  }

  /** E1: an export runs on after its order, and no record tells its end. */
  #judgeExports(arrived: Instant | null): Reason[] {
    const ordered = arrived === null ? null : arrived - EXPORT_SECONDS;
    return this.#exports.flatMap(({ code, records }) => toReasons(code, [{ records }], ordered));
  }

  /** Number of turning points before the arrival; unknown arrivals have their own number. */
  #countTurnsBefore(arrived: Instant | null): number {
    if (arrived === null) return this.#turns.length + 1;
    return countBelow(this.#turns, arrived);
  }
}

/** The records of the groups not earlier than the arrival; an unknown arrival passes. */
function toReasons(
  code: ReasonCode,
  groups: readonly { readonly records: TimedRecords }[],
  arrived: Instant | null,
): Reason[] {
  const cited: Cited[] = groups
    .map(({ records }) => records.cite(arrived ?? Number.NEGATIVE_INFINITY))
    .filter(({ count }) => count > 0);
  return cited.length === 0 ? [] : [toReason(code, mergeCited(cited))];
}
