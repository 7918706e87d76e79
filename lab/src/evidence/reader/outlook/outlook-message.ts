import type { OtherKind } from '../../other-items.ts';

/** An address of an Outlook item as its properties give it. */
export interface OutlookAddress {
  readonly name: string;
  /** SMTP address, or an X.500 name if there is nothing better; empty when missing. */
  readonly address: string;
}

/** What PST and MSG say of a mail, before it is a message like any other. Every text is the sender's. */
export interface OutlookMessage {
  readonly messageClass: string;
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly references: string;
  readonly subject: string;
  readonly submittedMs: number | null;
  readonly deliveredMs: number | null;
  readonly unsent: boolean;
  /** The owner of the mailbox has sent it (mfFromMe). */
  readonly fromOwner: boolean;
  readonly sender: OutlookAddress | null;
  readonly representing: OutlookAddress | null;
  readonly to: readonly OutlookAddress[];
  readonly cc: readonly OutlookAddress[];
  readonly bcc: readonly OutlookAddress[];
  /** The header block that came over the wire (PR_TRANSPORT_MESSAGE_HEADERS), empty for what was never received. */
  readonly transportHeaders: string;
  readonly text: string;
  /** The original bytes and charset of the sender, or a text. */
  readonly html: OutlookHtml | null;
  readonly attachments: readonly OutlookAttachment[];
}

/** Seconds since 1970 of a time of an item. */
export function toSeconds(ms: number | null): number | null {
  return ms === null ? null : Math.floor(ms / 1000);
}

export interface OutlookHtml {
  readonly bytes: Buffer;
  readonly charset: string | null;
}

export type OutlookAttachment =
  | {
      readonly is: 'bytes';
      readonly name: string;
      readonly chunks: () => Iterable<Buffer>;
    }
  | { readonly is: 'message'; readonly message: OutlookMessage };

/** Item classes that are not mail; everything else is read as mail, including reports and meeting requests. */
const OTHER_CLASSES: readonly (readonly [OtherKind, RegExp])[] = [
  ['calendar', /^IPM\.(?:Appointment|Schedule\.Inquiry|OLE\.CLASS)(?:\.|$)/i],
  ['contact', /^IPM\.(?:Contact|DistList|AbchPerson)(?:\.|$)/i],
  ['task', /^IPM\.Task(?:\.|$)/i],
  ['note', /^IPM\.StickyNote(?:\.|$)/i],
  ['journal', /^IPM\.Activity(?:\.|$)/i],
  ['other', /^IPM\.(?:Configuration|Microsoft)(?:\.|$)/i],
];

/** What an item is that is no mail; null for mail. */
export function toOtherKind(messageClass: string): OtherKind | null {
  return OTHER_CLASSES.find(([, pattern]) => pattern.test(messageClass))?.[0] ?? null;
}
