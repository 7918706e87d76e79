const typed: string[] = [];
/** Of one visit; each is a few words. */
const MOST_KEPT = 5000;

/** Keeps what was searched for in memory alone, so that an address, which browsers write down, has a number instead. */
export function keepSearch(text: string): number | null {
  if (text.trim() === '') return null;
  const known = typed.indexOf(text);
  if (known >= 0) return known;
  if (typed.length >= MOST_KEPT) typed.length = 0;
  return typed.push(text) - 1;
}

/** Empty for a number of another visit: the words are gone with it. */
export function findSearch(search: number | null): string {
  return search === null ? '' : (typed[search] ?? '');
}

/** Nothing that one person typed is there for the next. */
export function forgetSearches(): void {
  typed.length = 0;
}
