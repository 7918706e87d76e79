import type { Finding } from './finding.ts';

/** Values below this length show nothing. */
const SHOWN_FROM = 8;

/**
 * What may be shown of a value: the last four of cards and accounts, nothing of values under 8 characters, first and
 * last of others. It says nothing of the length either.
 */
export function maskValue({ kind, value }: Pick<Finding, 'kind' | 'value'>): string {
  if (kind === 'health' || kind === 'special-category') return '…';
  const letters = [...value];
  if (kind === 'payment-card' || kind === 'bank-account') {
    const kept = letters.filter((letter) => /[\p{L}\p{N}]/u.test(letter));
    return kept.length < SHOWN_FROM ? '…' : `…${kept.slice(-4).join('')}`;
  }
  return letters.length < SHOWN_FROM ? '…' : `${letters[0] ?? ''}…${letters.at(-1) ?? ''}`;
}

/**
 * One form for values that people write in several: digits of numbers without spaces and dashes, others as they stand.
 */
export function normalizeValue({ kind, value }: Pick<Finding, 'kind' | 'value'>): string {
  switch (kind) {
    case 'payment-card':
    case 'bank-account':
    case 'national-id':
    case 'access-code':
    case 'passport':
    case 'driving-licence':
    case 'tax-id':
    case 'health-number':
    case 'salary':
    case 'telephone':
      return value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
    case 'birth-date':
    case 'home-address':
    case 'login-name':
      return value.toLowerCase().replace(/\s+/g, ' ');
    case 'health':
    case 'special-category':
      // Equal for all: nothing of the value may be distinguished.
      return '';
    case 'credential':
    case 'secret-key':
      return value;
  }
}
