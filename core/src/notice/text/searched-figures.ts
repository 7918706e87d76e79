/** Personal data counted in notices, in list order. Passwords and keys are separate. */
export const PERSONAL_KINDS = [
  'payment-card',
  'bank-account',
  'national-id',
  'passport',
  'driving-licence',
  'tax-id',
  'health-number',
  'salary',
  'birth-date',
  'home-address',
  'telephone',
  'login-name',
  'health',
  'special-category',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/** Kinds that open mail never names (GDPR Article 9): a notice says that there are such data, and its page the kind. */
export const SENSITIVE_KINDS = ['health', 'special-category'] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

/** Rows of a notice, in order: each kind that may be named, then the others together. */
export const PERSONAL_ROWS = [...PERSONAL_KINDS.filter(isNamed), 'sensitive'] as const;
export type PersonalRow = Exclude<PersonalKind, SensitiveKind> | 'sensitive';

function isNamed(kind: PersonalKind): kind is Exclude<PersonalKind, SensitiveKind> {
  return SENSITIVE_KINDS.every((sensitive) => sensitive !== kind);
}

/**
 * Messages that a row counts. Without a count of its own, which older notices lack, sensitive data are those of the
 * kind with most messages: one message may hold both.
 */
export function countPersonal({ personal, sensitive }: SearchedFigures, row: PersonalRow): number {
  if (row !== 'sensitive') return personal[row] ?? 0;
  return sensitive ?? Math.max(...SENSITIVE_KINDS.map((kind) => personal[kind] ?? 0));
}

/** Whether a kind is among those that open mail never names. */
export function isSensitiveKind(kind: PersonalKind): kind is SensitiveKind {
  return !isNamed(kind);
}

/** Why part of a message was not searched, for readers. `unsearched`: nothing of it was. */
export const UNREAD_WORDS = ['encrypted', 'damaged', 'too-large', 'no-reader', 'no-text', 'unsearched'] as const;
export type UnreadWord = (typeof UNREAD_WORDS)[number];

/** Search results for a party's messages besides passwords and keys. Numbers are messages. */
export interface SearchedFigures {
  /** Kinds that no message holds are missing. */
  readonly personal: Readonly<Partial<Record<PersonalKind, number>>>;
  /** Messages with any of the kinds that open mail never names; missing without any, and in older notices. */
  readonly sensitive?: number;
  /** The part of messages with passwords or keys that only our people listed. */
  readonly listed: number;
  /** Messages in which the search listed a password or key, and our people judged all of them to be none; absent: 0. */
  readonly dismissed?: number;
  /** Messages of which something was not searched, and why. One message may have several reasons. */
  readonly unread: number;
  readonly unreadBy: Readonly<Partial<Record<UnreadWord, number>>>;
  /** What that was, together; missing where nobody counted all of it, and in older notices. */
  readonly unreadSize?: { readonly parts: number; readonly bytes: number };
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
