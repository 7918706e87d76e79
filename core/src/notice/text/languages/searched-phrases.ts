import type { Counted } from '../numerals.ts';
import type { PersonalKind, UnreadWord } from '../searched-figures.ts';

/** What a notice says of passwords, keys and personal data that a search found, in one language. */
export interface SearchedPhrases {
  /** A row: `{n}` messages with `{what}`, a text of `personal`. Whose data it is, is never said: nobody examined it. */
  readonly personalRow: Counted;
  readonly personal: Readonly<Record<PersonalKind, string>>;
  /** A row: `{n}` messages, `{reasons}`, texts of `unread` with `{n}`. */
  readonly unreadRow: Counted;
  readonly unread: Readonly<Record<UnreadWord, string>>;
  /** In place of `changeSecrets` where a search found them. */
  readonly changeFound: Counted;
  /** Where nothing was found, and something was not searched. */
  readonly changeUnread: Counted;
  readonly wordsSearched: string;
  readonly listedToo: Counted;
  /** In place of `customers`. */
  readonly customersSearched: Counted;
}
