import { compareUtf8 } from '@candor/core/base';

/** Which party ids are one party. */
export interface PartyClasses {
  /** The id under which the party of `id` goes; `id` itself when it was never merged. */
  representative(id: string): string;
  /** Every id of the party that `representative` stands for, in UTF-8 order. */
  members(representative: string): readonly string[];
}

/**
 * Joins the ends of each merge. The result depends on the set of merges alone, not on their order: the representative
 * is the smallest id of the class that was never merged into another, or simply the smallest where merges run in a
 * circle.
 */
export function joinClasses(merges: readonly { readonly from: string; readonly into: string }[]): PartyClasses {
  const parents = new Map<string, string>();
  const findRoot = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const mergedAway = new Set<string>();
  for (const { from, into } of merges) {
    if (from === into) continue;
    mergedAway.add(from);
    for (const id of [from, into]) if (!parents.has(id)) parents.set(id, id);
    parents.set(findRoot(from), findRoot(into));
  }
  const classes = new Map<string, string[]>();
  for (const id of parents.keys()) {
    const root = findRoot(id);
    const members = classes.get(root);
    if (members === undefined) classes.set(root, [id]);
    else members.push(id);
  }
  const representatives = new Map<string, string>();
  const membersOf = new Map<string, readonly string[]>();
  for (const members of classes.values()) {
    members.sort(compareUtf8);
    const representative = members.find((id) => !mergedAway.has(id)) ?? members[0];
    if (representative === undefined) continue;
    for (const id of members) representatives.set(id, representative);
    membersOf.set(representative, members);
  }
  return {
    representative: (id) => representatives.get(id) ?? id,
    members: (representative) => membersOf.get(representative) ?? [representative],
  };
}
