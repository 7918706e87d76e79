import { type CodeForm, isChecked, LARGEST_FIRST, RADIX } from './code-number.ts';

/** With more of them the reader compares the whole code. */
const SUSPECTS_LIMIT = 3;

/**
 * Where one wrong symbol, or two neighbours in the wrong order, would explain a check that fails: the groups to compare
 * first, from 1. Empty when that is nowhere or in too many places. The check of 28 symbols narrows a single slip to two
 * groups on average.
 */
export function findSuspectGroups(form: CodeForm, values: readonly number[]): readonly number[] {
  const groups = toGroups(form);
  const suspects = new Set<number>();
  const tried = [...values];
  const fits = () => (tried[0] ?? 0) <= LARGEST_FIRST && isChecked(form, tried);
  for (const [at, value] of values.entries()) {
    for (let other = 0; other < RADIX; other += 1) {
      tried[at] = other;
      if (other !== value && fits()) suspects.add(groups[at] ?? 0);
    }
    tried[at] = value;
    const next = values[at + 1];
    if (next === undefined || next === value) continue;
    [tried[at], tried[at + 1]] = [next, value];
    if (fits()) for (const place of [at, at + 1]) suspects.add(groups[place] ?? 0);
    [tried[at], tried[at + 1]] = [value, next];
  }
  return suspects.size > SUSPECTS_LIMIT ? [] : [...suspects].sort((a, b) => a - b);
}

/** The group of each symbol, from 1. */
function toGroups({ groupLengths }: CodeForm): readonly number[] {
  return groupLengths.flatMap((length, group) => Array.from({ length }, () => group + 1));
}
