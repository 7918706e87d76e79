import { formatInstant, type Instant, type Runtime, toCanonicalJson } from '@candor/core/base';
import { PAGE_SECRETS, type SecretMessage } from '../affected/secret-messages.ts';
import type { NoticeFacts } from '../text/notice-facts.ts';
import { SENSITIVE_KINDS, type SensitiveKind } from '../text/searched-figures.ts';

/** What of a party's messages only the site says, never open mail. It is removed one day, the commitment stays. */
export interface FoundList {
  /** Messages with passwords or keys, in the notice's order, whose first ones its text has. */
  readonly messages: readonly FoundMessage[];
  /** Messages with each kind of especially sensitive data; kinds that no message holds are missing. */
  readonly sensitive: Readonly<Partial<Record<SensitiveKind, number>>>;
}

export interface FoundMessage {
  readonly address: string;
  /** Its day in UTC, `2001-10-09`; null when it has none. */
  readonly date: string | null;
  readonly messageId: string | null;
}

export interface RecordedFound {
  /** How many messages with passwords or keys are listed, and how many there are in all. */
  readonly listed: number;
  readonly total: number;
  readonly digest: string;
}

/** What of a notice's facts the list follows from. */
export interface FoundFacts extends Pick<NoticeFacts, 'isGuessed' | 'secretMessages'> {
  readonly figures: Pick<NoticeFacts['figures'], 'secrets' | 'searched'>;
}

/** Everything that may stand on the site with a notice; null where it has nothing to say, or contacts are guessed. */
export function toFoundList({
  isGuessed,
  figures: { secrets, searched },
  secretMessages = [],
}: FoundFacts): FoundList | null {
  if (isGuessed === true) return null;
  const counted = SENSITIVE_KINDS.map((kind) => [kind, searched?.personal[kind] ?? 0] as const);
  const sensitive = Object.fromEntries(counted.filter(([, messages]) => messages > 0));
  if ((secrets ?? 0) === 0 && Object.keys(sensitive).length === 0) return null;
  return { messages: secretMessages.slice(0, PAGE_SECRETS).map(toFoundMessage), sensitive };
}

/** Messages as `candor party secrets` and the site give them. */
export function toFoundMessage({ date, address, messageId = null }: SecretMessage): FoundMessage {
  return { address, date: date === null ? null : toDay(date), messageId };
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Null for a year that has not four digits, which no sender's clock gives. */
function toDay(date: Instant): string | null {
  const day = formatInstant(date).slice(0, 10);
  return DAY.test(day) ? day : null;
}

/** The first so many messages, with every kind of sensitive data. */
export function cutFoundList(list: FoundList, listed: number): FoundList {
  return { ...list, messages: list.messages.slice(0, listed) };
}

export function recordFound(
  hashing: Pick<Runtime, 'sha256Hex'>,
  salt: string,
  list: FoundList,
  { secrets }: Pick<NoticeFacts['figures'], 'secrets'>,
): RecordedFound {
  return { listed: list.messages.length, total: secrets ?? 0, digest: commitFound(hashing, salt, list) };
}

/** Hex. The salt leaves the site with the list: without it nobody can test guesses against the digest. */
export function commitFound(
  { sha256Hex }: Pick<Runtime, 'sha256Hex'>,
  salt: string,
  { messages, sensitive }: FoundList,
): string {
  const listed = messages.map(({ address, date, messageId }) => ({ address, date, messageId }));
  return sha256Hex(toCanonicalJson({ messages: listed, salt, sensitive: { ...sensitive } }));
}
