import type { Instant, Said } from '@candor/core/base';
import type { Language, NoticeKind } from '@candor/core/notice/text';
import type { FoundList } from '@candor/core/notice/wave';
import type { Addition, Change, HarmlessNote, RewrittenPart } from './compare/change.ts';
import type { MessageMatch } from './compare/compare-message.ts';
import type { ComparedPart } from './compare/findings.ts';
import type { NoticeProof } from './prove-notice.ts';
import type { OuterMessage, UnreadableReason } from './received/received.ts';

/** What may be said of a notice before its text was compared: nothing of what it says. */
export interface IssuedNotice {
  /** The domain of the record that was asked for; of a record for one person the address. */
  readonly issuedTo: Said<'issued-to', string>;
  readonly issued: Instant;
  readonly kind: NoticeKind;
  /** Which notice to this party it is, from 1. */
  readonly ordinal: number;
  readonly follows: Instant | null;
  /** When a later one was issued; null while this one holds. */
  readonly supersededAt: Instant | null;
  /**
   * Until when the site's files include withdrawals and later notices, under the code's own key; null when not given.
   */
  readonly asOf: Instant | null;
  /** Whether that is recent enough to say that the notice still holds. */
  readonly isRecent: boolean;
  readonly entry: number;
  readonly printed: { readonly size: number; readonly root: string };
  readonly proof: NoticeProof;
}

/**
 * What was issued, word for word. Given wherever two approvals, the log's proof and the domain hold: what was received
 * is judged, what was issued is read.
 */
export interface IssuedText {
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
  /** SHA-256 of the text, hex. */
  readonly digest: string;
  readonly lineCount: number;
  /** The party's affected addresses; null where the notice names none on the site. */
  readonly addresses: IssuedAddresses | null;
  /** Found passwords, keys and sensitive data; null where the notice has none on the site. */
  readonly found: IssuedFound | null;
}

/** Affected addresses listed with a notice on the site, most messages first. */
export interface IssuedAddresses {
  /** Includes those that are not listed. */
  readonly total: number;
  /** Null once the list has left the site; the text and its proofs stay. */
  readonly list: readonly string[] | null;
}

/** What only the site says of a party's messages: where passwords or keys are, and kinds of sensitive data. */
export interface IssuedFound {
  /** Includes those that are not listed. */
  readonly total: number;
  /** Null once the list has left the site. */
  readonly list: FoundList | null;
}

export interface ComparedNotice {
  /** What the message itself is, whatever is proved of the notice. */
  readonly standing: MessageMatch;
  /** Every part with its state, in the order in which a reader meets them. */
  readonly parts: readonly ComparedPart[];
  /** Whether a word, the target of a link, a recipient or the sender differs: nobody may act on the copy. */
  readonly isActedOn: boolean;
  readonly notes: readonly HarmlessNote[];
  /** Words around the issued text that the organization did not write. */
  readonly additions: readonly Addition[];
  /** What is not as issued where the words are; null for every other standing. */
  readonly rewritten: Said<'rewritten', RewrittenPart> | null;
}

/**
 * What keeps a notice with the right text from being called genuine. `domain`: the reader did not say which domain or
 * address received it; `former-key`: the reader vouches for today's operators, and others approved this notice before
 * them.
 */
export type MissingProof = 'approvals' | 'log' | 'key' | 'former-key' | 'recent' | 'domain';

interface Issued {
  readonly notice: IssuedNotice;
  /** Null where a proof of it does not hold, or is not there. */
  readonly issued: IssuedText | null;
}

interface Compared extends Issued {
  readonly compared: ComparedNotice;
}

/**
 * The answer to "is this notice from them?" (docs/formats/verify-site.md, Checking). Exactly one applies; only
 * `genuine` means that every part is as issued and every proof holds. `unproved`: the site contradicts itself.
 * `incomplete`: a proof is missing.
 */
export type NoticeAnswer =
  | { readonly kind: 'unknown' }
  /** Issued to somebody else. `asked`: what this notice is bound to. */
  | { readonly kind: 'other-domain'; readonly asked: 'domain' | 'address' }
  /** Bound to one person's address, and none was given. */
  | { readonly kind: 'address-asked' }
  | { readonly kind: 'withdrawn'; readonly notice: IssuedNotice; readonly at: Instant; readonly isMisdirected: boolean }
  | { readonly kind: 'unproved'; readonly notice: IssuedNotice }
  | ({ readonly kind: 'issued' } & Issued)
  | ({ readonly kind: 'unreadable'; readonly why: UnreadableReason } & Issued)
  /** Something else than the notice was given: another letter, which says nothing about the notice. */
  | ({ readonly kind: 'not-the-notice' } & Compared)
  | ({ readonly kind: 'changed'; readonly changes: readonly Change[] } & Compared)
  /** The issued words inside another sender's message. */
  | ({ readonly kind: 'inside'; readonly outer: OuterMessage; readonly changes: readonly Change[] } & Compared)
  | ({ readonly kind: 'superseded'; readonly at: Instant } & Compared)
  | ({ readonly kind: 'incomplete'; readonly missing: readonly MissingProof[] } & Compared)
  /** Mail programs may take the message apart in different ways, so what one shows is not known. */
  | ({ readonly kind: 'ambiguous' } & Compared)
  | ({ readonly kind: 'added' } & Compared)
  /** A selection of the issued lines, unchanged. */
  | ({ readonly kind: 'partial' } & Compared)
  /** A gateway replaced links; where they lead, only it can tell. */
  | ({ readonly kind: 'replaced' } & Compared)
  /** The words are the issued ones; sender and links were not compared. */
  | ({ readonly kind: 'words-alone' } & Compared)
  | ({ readonly kind: 'rewritten' } & Compared)
  /** `genuine`: the digest of the issued text. */
  | ({ readonly kind: 'genuine'; readonly genuine: Said<'genuine', string> } & Compared);
