/**
 * Copies a substring: engines keep the complete source text alive for any part of it. For values stored by the hundred
 * thousand.
 */
export function detachText(text: string): string {
  return String(JSON.parse(JSON.stringify(text)));
}
