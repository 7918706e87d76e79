import type { CalledOperations } from '@candor/core/contract/operations';

export type Status = CalledOperations['status']['answer'];
export type Counts = Status['summary']['copies'];

/** Organizations and people; 0 while nobody knows. */
export function countToNotify(toNotify: Status['toNotify']): number {
  const kinds = toKinds(toNotify);
  return kinds === null ? 0 : kinds.organization + kinds.person;
}

/** Null: not known yet. */
export function toKinds(
  toNotify: Status['toNotify'],
): { readonly organization: number; readonly person: number; readonly list: number } | null {
  if (toNotify.state === 'unknown') return null;
  return toNotify.state === 'all' ? toNotify.said.value : toNotify.counts;
}

/** As in figures: what the intruder opened, copied, or cannot be ruled out to have seen. */
export function countExposed({ accessed, presumed, partial, possible }: Counts): number {
  return accessed + presumed + partial + possible;
}

export function countAll(counts: Counts): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}

export function countLabelled({ audit }: Status['summary'], label: 'intruder' | 'ambiguous'): number {
  const kept = Object.entries(audit.attribution).filter(([key]) => key.startsWith(`${label}/`));
  return kept.reduce((sum, [, n]) => sum + n, 0);
}
