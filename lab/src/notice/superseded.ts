import { isRepeating } from '@candor/core/notice/wave';
import { type NoticeSummary, reachedNobody } from './store/wave-store.ts';

/**
 * When each replaced notice was replaced, by number: the same on page and telephone. Reminders, updates, announcements,
 * misdirected and unsent notices replace nothing. A notice to a guessed contact replaces none to a given one, unless it
 * follows it with other figures; the first one to a given contact replaces all before.
 */
export function findSuperseded(sentNotices: readonly NoticeSummary[]): ReadonlyMap<number, number> {
  const known = new Map(sentNotices.map((notice) => [notice.id, notice]));
  // Indexed, because a caller on the telephone waits.
  const byParty = Map.groupBy(sentNotices, ({ party }) => party);
  const superseded = new Map<number, number>();
  for (const later of [...sentNotices].sort((a, b) => b.id - a.id)) {
    const { kind } = later.facts;
    if (isRepeating(kind) || kind === 'announcement' || reachedNobody(later)) continue;
    for (let id = later.follows; id !== null && !superseded.has(id); id = known.get(id)?.follows ?? null)
      superseded.set(id, later.issued_at);
    // For merged ids the newest notice is followed, and all are replaced.
    for (const { id, facts, isGuessed } of [later.party, ...later.mergedIds].flatMap(
      (party) => byParty.get(party) ?? [],
    ))
      if (id < later.id && facts.kind !== 'announcement' && (isGuessed || !later.isGuessed) && !superseded.has(id))
        superseded.set(id, later.issued_at);
  }
  return superseded;
}

/**
 * Whether a notice counts as sent to its party: a withdrawn reminder or update does not affect the notice before it.
 */
export function isSentNotice({ state, facts }: Pick<NoticeSummary, 'state' | 'facts'>): boolean {
  return state !== 'withdrawn' || !isRepeating(facts.kind);
}

/**
 * Notices in force to guessed contacts, of parties whose notice to given contacts is among these: they say the same.
 */
export function listGuessedBeside(
  sentNotices: readonly NoticeSummary[],
  notices: readonly number[],
): readonly NoticeSummary[] {
  const superseded = findSuperseded(sentNotices);
  const taken = sentNotices.filter(
    ({ id, isGuessed, facts }) => notices.includes(id) && !isGuessed && !isRepeating(facts.kind),
  );
  const parties = new Set(taken.map(({ party }) => party));
  return sentNotices.filter(
    ({ id, party, isGuessed, state }) =>
      isGuessed && state === 'approved' && parties.has(party) && !superseded.has(id) && !notices.includes(id),
  );
}

/** Reminders and updates in force of one of these notices, also indirectly: withdrawing it invalidates them. */
export function listRepeats(
  sentNotices: readonly NoticeSummary[],
  notices: readonly number[],
): readonly NoticeSummary[] {
  const belonging = new Set(notices);
  const repeats = sentNotices.filter(({ id, follows, facts }) => {
    if (follows === null || !belonging.has(follows) || !isRepeating(facts.kind)) return false;
    belonging.add(id);
    return true;
  });
  return repeats.filter(({ id, state }) => state === 'approved' && !notices.includes(id));
}
