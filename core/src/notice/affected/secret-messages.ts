import { compareUtf8, type Instant } from '@candor/core/base';
import { isShownAddress } from './affected-addresses.ts';

/** So many messages with passwords or keys stand in the text of a notice. */
export const TEXT_SECRETS = 10;

/** Where the reader finds one message with passwords or keys: never what it holds. */
export interface SecretMessage {
  /** Its `Date`; null when it has none. */
  readonly date: Instant | null;
  /** The reader's own address in it, in the form that parties are known by. */
  readonly address: string;
}

/** One message with passwords or keys, as it concerns one party. */
export interface SecretCandidate {
  readonly date: Instant | null;
  /** The party's own addresses in header fields that every recipient sees. */
  readonly named: readonly string[];
  /** Held, private or withheld from this party, or only about quiet mailboxes. */
  readonly isHidden: boolean;
}

/**
 * Those that may be listed, newest first: what was sent last is most likely still in use. The rule is that of affected
 * addresses: what would betray somebody, or looks like no address, is counted and never listed.
 */
export function selectSecretMessages(candidates: readonly SecretCandidate[], limit: number): readonly SecretMessage[] {
  return candidates
    .flatMap(({ date, named, isHidden }) => {
      const [address] = isHidden ? [] : named.filter(isShownAddress).sort(compareUtf8);
      return address === undefined ? [] : [{ date, address }];
    })
    .sort((a, b) => compareDates(b.date, a.date) || compareUtf8(a.address, b.address))
    .slice(0, limit);
}

/** Without a date it is the oldest. */
function compareDates(a: Instant | null, b: Instant | null): number {
  if (a === b) return 0;
  return (a ?? Number.NEGATIVE_INFINITY) - (b ?? Number.NEGATIVE_INFINITY);
}
