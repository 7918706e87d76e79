import type { LanguageRules } from '../../../ui/words.ts';
import { fill } from '../../../ui/words.ts';

const SECOND_MS = 1000;

/** `12 Oct 16:20` in the language's form, with the year if the list spans several. UTC, as the column says. */
export function formatListDate(rules: LanguageRules, instant: number, hasYear: boolean): string {
  const date = new Date(instant * SECOND_MS);
  const ofMonth = date.getUTCDate();
  const day = fill(rules.date, {
    day: ofMonth === 1 ? rules.firstDay : String(ofMonth),
    month: rules.months[date.getUTCMonth()] ?? '',
    year: hasYear ? String(date.getUTCFullYear()) : '',
  }).trim();
  return `${day} ${date.toISOString().slice(11, 16)}`;
}

/** Shows addresses of the organization by local part, since most rows have its domain. */
export function toShortAddress(address: string, domain: string): string {
  const at = address.lastIndexOf('@');
  return at > 0 && address.slice(at + 1).toLowerCase() === domain ? address.slice(0, at) : address;
}
