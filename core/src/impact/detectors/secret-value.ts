import type { Confidence, Finding } from './finding.ts';

/** What documentation writes where a secret belongs. */
const PLACEHOLDER =
  /^(?:[<[{(%$*].*|[x*.•_-]+|your.*|my[_-]?(?:secret|token|key|password)|example.*|sample.*|dummy.*|placeholder.*|insert.*|replace.*|change-?me\S{0,3}|changeit|redacted|hidden|(?:db|user)?_?(?:password|passwd|passwort|kennwort|contraseña|pass|pwd|pw)|token|secret|key|api_?key|null|none|undefined)$/i;
/** AWS, Stripe and others end the keys of their documentation so. */
const DOCUMENTED =
  /EXAMPLE(?:KEY)?$|^(?:1234567890|0123456789|abcdef0123456789|deadbeef)+\w{0,6}$|x{6}|0{12}|(?:EXAMPLE){2}/i;

export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || DOCUMENTED.test(value);
}

/** Shannon's entropy of the characters, in bits a character. */
function toEntropy(value: string): number {
  const counts = new Map<string, number>();
  for (const letter of value) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / value.length) * Math.log2(count / value.length), 0);
}

const WORDS_ONLY = /^(?:[A-Za-z]|[-_.:/](?![-_.:/]))+$|^[\d.:/-]+$/;

/** Letters and digits mixed as no name is: 3 bits of entropy a character or more, or a licence key in groups. */
export function isRandom(value: string): boolean {
  if (isPlaceholder(value) || /^https?:/i.test(value)) return false;
  if (/^\d{6}(?:-\d{6}){7}$/.test(value)) return true;
  if (/^[A-Z0-9]{4,6}(?:-[A-Z0-9]{4,6}){2,7}$/.test(value)) return /\d/.test(value) && /[A-Z]/.test(value);
  if (WORDS_ONLY.test(value)) return false;
  return toEntropy(value) >= 3;
}

/** Letters and digits change places so often in no name. */
const MIN_CHANGES = 3;

/** Letters and digits that follow each other at random: `jdk-11.0.2-linux-x64` has words and numbers. */
export function isMixed(value: string): boolean {
  if (isPlaceholder(value)) return false;
  const changes = value.split(/[-_.%+~]/).map((piece) => piece.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0);
  return changes.reduce((sum, each) => sum + each, 0) >= MIN_CHANGES && toEntropy(value) >= 3;
}

export function toSecretKey(detector: string, confidence: Confidence, start: number, value: string): Finding {
  return { kind: 'secret-key', detector, confidence, start, end: start + value.length, value };
}
