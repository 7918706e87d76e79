// A workspace that compiles this file needs the declaration as well.
/// <reference path="../../base/punycode.d.ts" />
import { toALabels } from '@candor/core/base';
import punycode from 'punycode/punycode.js';

/** RFC 1035. Longer ones come from hostile mail; their middle is left out. */
const MAX_DOMAIN_CHARACTERS = 253;
const MAX_SHOWN_CHARACTERS = 80;
const SHOWN_HEAD_CHARACTERS = 44;
const SHOWN_TAIL_CHARACTERS = 30;

/**
 * Unambiguous labels: Latin of western and central Europe without lookalikes (dotless i, kra, long s), or Han, kana and
 * hangul. Cyrillic and Greek can look like Latin, and right-to-left scripts would move neighbouring text: both are only
 * shown as A-labels.
 */
const PLAIN_LABEL = /^[a-z0-9-]+$/;
const SAFE_LATIN =
  /^[a-z0-9\-àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĵķĺļľłńņňōŏőœŕŗřśŝşšţťũūŭůűųŵŷźżž]+$/;
const SAFE_EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}0-9-]+$/u;

/**
 * A domain as a reader may see it: A-labels, and the letters behind them in brackets where they cannot mislead. Never
 * holds a space but that before the bracket.
 */
export function toShownDomain(domain: string): string {
  const ascii = toALabels(domain.slice(0, MAX_DOMAIN_CHARACTERS)).replace(/[^a-z0-9._-]/g, '?') || '?';
  if (domain.length > MAX_DOMAIN_CHARACTERS || ascii.length > MAX_SHOWN_CHARACTERS)
    return `${ascii.slice(0, SHOWN_HEAD_CHARACTERS)}…${domain.length > MAX_DOMAIN_CHARACTERS ? '' : ascii.slice(-SHOWN_TAIL_CHARACTERS)}`;
  const letters = toSafeLetters(ascii);
  return letters === null ? ascii : `${ascii} [${letters}]`;
}

/** The U-labels of a domain, or null when there are none or one could be mistaken. */
function toSafeLetters(ascii: string): string | null {
  if (!ascii.split('.').some((label) => label.startsWith('xn--'))) return null;
  try {
    const letters = punycode.toUnicode(ascii);
    const isSafe = letters
      .split('.')
      .every((label) => PLAIN_LABEL.test(label) || SAFE_LATIN.test(label) || SAFE_EAST_ASIAN.test(label));
    // An A-label that does not round-trip is invalid.
    return isSafe && letters.length <= MAX_SHOWN_CHARACTERS && !letters.includes('xn--') && toALabels(letters) === ascii
      ? letters
      : null;
  } catch {
    return null;
  }
}
