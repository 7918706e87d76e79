import type { Instant } from '@candor/core/base';
import { clip, type MailboxGap } from '../coverage/gap.ts';
import type { FolderMap, Place } from './folder-map.ts';
import { GapRules, type MailboxReach } from './gap-rules.ts';
import { type MailboxFacts, PlaceRules } from './place-rules.ts';
import type { FolderDeparture } from './sync-rules.ts';

/**
 * Which records linked later than 24 hours after containment would take a copy by its place and arrival (A10b). They
 * give no reason: it may be the owner, back on his phone.
 */
export class LinkedPlaces {
  readonly #ids: ReadonlySet<string>;
  readonly #places: PlaceRules;
  /** What they would let the intruder reach. */
  readonly #reached: GapRules;

  constructor(facts: MailboxFacts, folders: FolderMap) {
    const { linkedAfter: linked } = facts.records;
    const reach = facts.reach.filter(({ isLinkedAfter }) => !isLinkedAfter);
    const linkedReach: readonly MailboxReach[] = facts.reach.filter(({ isLinkedAfter }) => isLinkedAfter);
    const gaps = linked.lossy.flatMap(({ id, time, folders: own }): MailboxGap[] => {
      const at = clip({ from: time, to: time }, facts.span);
      return at === null ? [] : [{ kind: 'lossy', ...at, records: [id], folders: own }];
    });
    const { syncs, lists, exports, lossy } = linked;
    const ids = [...syncs, ...lists, ...exports, ...lossy].map(({ id }) => id);
    this.#ids = new Set([...ids, ...linkedReach.flatMap(({ record }) => record ?? [])]);
    this.#places = new PlaceRules({ ...facts, records: { ...facts.records, ...linked }, gaps, reach }, folders);
    this.#reached = new GapRules({ ...facts, reach: linkedReach, isActive: false }, folders);
  }

  /** Null where there is no such record. */
  static open(facts: MailboxFacts, folders: FolderMap): LinkedPlaces | null {
    const { syncs, lists, exports, lossy } = facts.records.linkedAfter;
    const isAny = [syncs, lists, exports, lossy].some(({ length }) => length > 0);
    return isAny || facts.reach.some(({ isLinkedAfter }) => isLinkedAfter) ? new LinkedPlaces(facts, folders) : null;
  }

  judge(place: Place, arrived: Instant | null, left: readonly FolderDeparture[]): readonly string[] {
    const reasons = [...this.#places.judge(place, arrived, left), ...this.#reached.judge(place, arrived)];
    return reasons.flatMap(({ records }) => records.filter((id) => this.#ids.has(id)));
  }
}
