/**
 * Small ones that are asked for in one call: more would not make it cheaper, and a person would see them come in heaps.
 */
export const MOST_IN_GROUP = 32;
/** Of one group; on a slow line that is a few seconds. One that is larger is a group of its own. */
export const LARGEST_GROUP_BYTES: number = 2 * 1024 * 1024;
/** Read ahead whatever their size. */
const FEW_AHEAD = 4;
const GROUPS_AHEAD = 3;

/** Whether one more may be read ahead of whoever takes them, besides those that wait. */
export function hasRoomAhead<Member>(toSize: (member: Member) => number): (waiting: readonly Member[]) => boolean {
  return (waiting) =>
    waiting.length < FEW_AHEAD ||
    (waiting.length < GROUPS_AHEAD * MOST_IN_GROUP &&
      waiting.reduce((sum, member) => sum + toSize(member), 0) < GROUPS_AHEAD * LARGEST_GROUP_BYTES);
}
