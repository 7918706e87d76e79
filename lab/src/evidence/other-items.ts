/**
 * Counts of items that are not mail, by kind: the intruder copied them with the mailbox. `other`: settings and items
 * with their own class.
 */
export const OTHER_KINDS = ['calendar', 'contact', 'task', 'note', 'journal', 'other'] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

/** How many of each kind; a kind that is not there has none. */
export type OtherItems = Readonly<Partial<Record<OtherKind, number>>>;

export function addOtherItems(counts: Iterable<OtherItems>): Record<OtherKind, number> {
  const total = { calendar: 0, contact: 0, task: 0, note: 0, journal: 0, other: 0 };
  for (const count of counts) for (const kind of OTHER_KINDS) total[kind] += count[kind] ?? 0;
  return total;
}
