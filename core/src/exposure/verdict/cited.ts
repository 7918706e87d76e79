import { compareUtf8 } from '@candor/core/base';

/** Maximum records and gaps cited by one reason; the rest is counted (docs/formats/exposure-jsonl.md). */
export const CITED = 20;

/** The first of many records by id, and their total. */
export interface Cited {
  /** Sorted by UTF-8 bytes, at most `CITED`. */
  readonly first: readonly string[];
  readonly count: number;
}

export const NOTHING_CITED: Cited = { first: [], count: 0 };

/** Counts distinct ids. */
export function cite(ids: ReadonlySet<string>): Cited {
  return { first: pickFirst(ids), count: ids.size };
}

/** Merges citations without common records. */
export function mergeCited(all: readonly Cited[]): Cited {
  if (all.length === 1) return all[0] ?? NOTHING_CITED;
  const first = pickFirst(new Set(all.flatMap((each) => each.first)));
  return { first, count: all.reduce((sum, { count }) => sum + count, 0) };
}

function pickFirst(ids: ReadonlySet<string>): readonly string[] {
  if (ids.size <= CITED * 4) return [...ids].sort(compareUtf8).slice(0, CITED);
  const first: string[] = [];
  for (const id of ids) {
    const last = first.length < CITED ? undefined : first.at(-1);
    if (last !== undefined && compareUtf8(id, last) >= 0) continue;
    let at = first.length;
    while (at > 0 && compareUtf8(first[at - 1] ?? '', id) > 0) at -= 1;
    first.splice(at, 0, id);
    if (first.length > CITED) first.pop();
  }
  return first;
}
