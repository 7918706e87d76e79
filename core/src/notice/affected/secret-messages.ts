import { compareUtf8, type Instant } from '@candor/core/base';
import { isShownAddress } from './affected-addresses.ts';

/** The number of messages with passwords or keys in the text of a notice. */
export const TEXT_SECRETS = 10;
/** The number on the page where a notice is checked, the same ones first. */
export const PAGE_SECRETS = 50;

/** Where the reader finds one message with passwords or keys: never what it holds. */
export interface SecretMessage {
  /** Its `Date`; null when it has none. */
  readonly date: Instant | null;
  /** The reader's own address in it, in the form that parties are known by. */
  readonly address: string;
  /** Only the page has it. Null when there is none that may be shown; missing in older notices. */
  readonly messageId?: string | null;
}

/** One message with passwords or keys, as it concerns one party. */
export interface SecretCandidate {
  readonly date: Instant | null;
  /**
   * The party's own addresses in header fields that every recipient sees, each with a Message-ID (`chooseMessageId`).
   */
  readonly named: ReadonlyMap<string, string | null>;
  /** Held, private or withheld from this party, or only about quiet mailboxes. */
  readonly isHidden: boolean;
}

/**
 * Those that may be listed, newest first: what was sent last is most likely still in use. The rule is that of affected
 * addresses: what would betray somebody, or looks like no address, is counted and never listed.
 */
export function selectSecretMessages(candidates: readonly SecretCandidate[]): readonly SecretMessage[] {
  return candidates
    .flatMap(({ date, named, isHidden }) => {
      const [address] = isHidden ? [] : [...named.keys()].filter(isShownAddress).sort(compareUtf8);
      if (address === undefined) return [];
      return [{ date, address, messageId: named.get(address) ?? null }];
    })
    .sort(
      (a, b) =>
        compareDates(b.date, a.date) ||
        compareUtf8(a.address, b.address) ||
        compareUtf8(a.messageId ?? '', b.messageId ?? ''),
    );
}

/** Longer ones, which a stranger can make up, would take the room of others. Mail systems write up to about 100. */
const MAX_MESSAGE_ID_CHARS = 128;

/**
 * A stranger writes a Message-ID: without blanks it is no sentence, without controls it ends no line. Code that shows
 * it must escape direction marks.
 */
const MESSAGE_ID = /^[^\s\p{Cc}]+$/u;

export function isShownMessageId(text: string): boolean {
  return text.length <= MAX_MESSAGE_ID_CHARS && MESSAGE_ID.test(text);
}

/** Among the copies of one message that name an address, the first Message-ID in UTF-8 order that may be shown wins. */
export function chooseMessageId(chosen: string | null, next: string | null): string | null {
  if (next === null || !isShownMessageId(next)) return chosen;
  return chosen === null || compareUtf8(next, chosen) < 0 ? next : chosen;
}

/** A message without a date counts as the oldest. */
function compareDates(a: Instant | null, b: Instant | null): number {
  if (a === b) return 0;
  return (a ?? Number.NEGATIVE_INFINITY) - (b ?? Number.NEGATIVE_INFINITY);
}
