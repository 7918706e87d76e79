import type { Instant } from '@candor/core/base';
import type { NoticeKind } from '@candor/core/notice';
import type { Addition, Change, HarmlessNote } from './compare/change.ts';
import type { UnreadableReason } from './compare/received-message.ts';
import type { NoticeProof } from './prove-notice.ts';

/** What may be said of a notice before its text was compared: nothing of what it says. */
export interface IssuedNotice {
  /** The domain that was asked for, as the record has it. */
  readonly domain: string;
  readonly issued: Instant;
  readonly kind: NoticeKind;
  /** Which notice to this party it is, from 1. */
  readonly ordinal: number;
  /** When the one before it was issued. */
  readonly follows: Instant | null;
  /** When a later one was issued; null while this one holds. */
  readonly supersededAt: Instant | null;
  /** Up to when the site's files know of withdrawals and later notices, as it stands under the code's own key; null when they do not say. */
  readonly asOf: Instant | null;
  /** Whether that is recent enough to say that the notice still holds. */
  readonly isRecent: boolean;
  /** Position of the wave in the log. */
  readonly entry: number;
  /** The checkpoint that the notice prints. */
  readonly printed: { readonly size: number; readonly root: string };
  readonly proof: NoticeProof;
}

/** What is told once the text was compared. */
export interface ComparedNotice {
  readonly subject: string;
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly digest: string;
  readonly lineCount: number;
  readonly notes: readonly HarmlessNote[];
  /** Words around the issued text that the organization did not write. */
  readonly additions: readonly Addition[];
}

/** What keeps a notice with the right text from being called genuine. */
export type MissingProof = 'approvals' | 'log' | 'key' | 'recent';

/**
 * The answer to "is this notice from them?" (docs/formats/verify-site.md, Checking). Exactly one is true; text and figures are only in answers that
 * follow a comparison. `unproved` is the site contradicting itself, `incomplete` a proof that is not there.
 */
export type NoticeAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other-domain' }
  | { readonly kind: 'withdrawn'; readonly notice: IssuedNotice; readonly at: Instant; readonly isMisdirected: boolean }
  | { readonly kind: 'unproved'; readonly notice: IssuedNotice }
  | { readonly kind: 'issued'; readonly notice: IssuedNotice }
  | { readonly kind: 'unreadable'; readonly notice: IssuedNotice; readonly why: UnreadableReason }
  | {
      readonly kind: 'changed';
      readonly notice: IssuedNotice;
      readonly compared: ComparedNotice;
      readonly changes: readonly Change[];
    }
  | {
      readonly kind: 'other-sender';
      readonly notice: IssuedNotice;
      readonly compared: ComparedNotice;
      /** As inert text. */
      readonly from: string;
      /** Domains of sender and reply address that are not the organization's; `isLookAlike` when they have its shape. */
      readonly domains: readonly string[];
      readonly isLookAlike: boolean;
    }
  | {
      readonly kind: 'superseded';
      readonly notice: IssuedNotice;
      readonly compared: ComparedNotice;
      readonly at: Instant;
    }
  | {
      readonly kind: 'incomplete';
      readonly notice: IssuedNotice;
      readonly compared: ComparedNotice;
      readonly missing: readonly MissingProof[];
    }
  | { readonly kind: 'added'; readonly notice: IssuedNotice; readonly compared: ComparedNotice }
  | { readonly kind: 'genuine'; readonly notice: IssuedNotice; readonly compared: ComparedNotice };
