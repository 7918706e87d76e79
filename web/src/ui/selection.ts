/** Rows picked across pages: some by id, or all that match but for some. */
export type Selection =
  | { readonly is: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly is: 'all'; readonly but: ReadonlySet<string> };

export const NOTHING_SELECTED: Selection = { is: 'some', ids: new Set() };
export const ALL_SELECTED: Selection = { is: 'all', but: new Set() };

export function isSelected(selection: Selection, id: string): boolean {
  return selection.is === 'some' ? selection.ids.has(id) : !selection.but.has(id);
}

export function toggleSelected(selection: Selection, id: string): Selection {
  const ids = new Set(selection.is === 'some' ? selection.ids : selection.but);
  if (!ids.delete(id)) ids.add(id);
  return selection.is === 'some' ? { is: 'some', ids } : { is: 'all', but: ids };
}

/**
 * The true number, rows of other pages included. `total`: rows that match now. Null where rows that were left out may
 * not match any more: the count has to be asked for.
 */
export function countSelected(selection: Selection, total: number): number | null {
  if (selection.is === 'some') return selection.ids.size;
  return selection.but.size > total ? null : total - selection.but.size;
}
