/** Personal data counted in notices, in list order. Passwords and keys are separate. */
export const PERSONAL_KINDS = [
  'payment-card',
  'bank-account',
  'national-id',
  'passport',
  'driving-licence',
  'tax-id',
  'birth-date',
  'home-address',
  'telephone',
  'login-name',
  'health',
  'special-category',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** Why part of a message was not searched, for readers. `unsearched`: nothing of it was. */
export const UNREAD_WORDS = ['encrypted', 'damaged', 'too-large', 'no-reader', 'no-text', 'unsearched'] as const;
export type UnreadWord = (typeof UNREAD_WORDS)[number];

/** Search results for a party's messages besides passwords and keys. Numbers are messages. */
export interface SearchedFigures {
  /** Kinds that no message holds are missing. */
  readonly personal: Readonly<Partial<Record<PersonalKind, number>>>;
  /** Of those with passwords or keys, the ones only listed by our people. */
  readonly listed: number;
  /**
   * Those in which the search listed a password or key, and people of ours judged all of them to be none; absent: 0.
   */
  readonly dismissed?: number;
  /** Those of which something was not searched, and why. One message may have several reasons. */
  readonly unread: number;
  readonly unreadBy: Readonly<Partial<Record<UnreadWord, number>>>;
}

/** For a party without counted messages. */
export const NOTHING_SEARCHED: SearchedFigures = { personal: {}, listed: 0, unread: 0, unreadBy: {} };

const KNOWN_KINDS: ReadonlySet<string> = new Set(PERSONAL_KINDS);
const KNOWN_REASONS: ReadonlySet<string> = new Set(UNREAD_WORDS);

/** Null unless it is personal data. */
export function toPersonalKind(kind: string): PersonalKind | null {
  return KNOWN_KINDS.has(kind) ? (kind as PersonalKind) : null;
}

/** What a reader of ours gives as its reason, in one of the words that notices have. */
export function toUnreadWord(reason: string): UnreadWord {
  if (KNOWN_REASONS.has(reason)) return reason as UnreadWord;
  if (reason === 'ended') return 'unsearched';
  return reason.startsWith('too-') ? 'too-large' : 'no-reader';
}
