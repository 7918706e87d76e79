const GROUPS = 8;
const GROUP_CHARS = 4;
const WHOLE_CHARS: number = GROUPS * GROUP_CHARS;

/** What was typed from a fingerprint read aloud. */
export type TypedFingerprint =
  | { readonly state: 'typing'; readonly entered: number }
  | { readonly state: 'whole'; readonly fingerprint: string }
  /** `group` from 1: the group with an invalid character. */
  | { readonly state: 'slip'; readonly group: number }
  | { readonly state: 'too-long' };

/** Ignores spaces, hyphens and case; `o` is zero, `l` and `i` are one: they sound alike. */
export function readTypedFingerprint(text: string): TypedFingerprint {
  const typed = text
    .toLowerCase()
    .replace(/[\s\u2010-\u2015.:-]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  const wrong = typed.search(/[^0-9a-f]/);
  if (wrong !== -1) return { state: 'slip', group: Math.min(GROUPS, Math.floor(wrong / GROUP_CHARS) + 1) };
  if (typed.length > WHOLE_CHARS) return { state: 'too-long' };
  if (typed.length < WHOLE_CHARS) return { state: 'typing', entered: typed.length };
  return { state: 'whole', fingerprint: (typed.match(/.{4}/g) ?? []).join('-') };
}

/** The first half, where room is short: 64 bits distinguish people of one party; comparing needs all of it. */
export function toShortFingerprint(fingerprint: string): string {
  return fingerprint
    .split('-')
    .slice(0, GROUPS / 2)
    .join('-');
}
