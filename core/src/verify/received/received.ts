import type { Instant } from '@candor/core/base';
import type { OutlookItem } from '@candor/core/evidence/outlook';
import type { MailFlaw } from './mail-flaw.ts';
import type { RawField } from './mail-header.ts';

/** A notice has some thousand bytes. What is larger is refused whole: a part of it would say nothing of the rest. */
export const RECEIVED_BYTES: number = 4 * 1024 * 1024;
/** Units of one text or HTML. A notice has some ten thousand; comparing this many takes half a second. */
export const WORDS_UNITS: number = 256 * 1024;

/** Why a file cannot be compared. `no-text`: a picture, a PDF, an archive; `too-short`: a bare code or address. */
export type UnreadableReason = 'empty' | 'too-short' | 'too-large' | 'damaged-outlook' | 'no-text';

/** A message around the notice: forwarded, or made to look so. Inert text. */
export interface OuterMessage {
  readonly from: string;
  readonly subject: string;
}

export interface NamedAddress {
  /** Empty when missing. */
  readonly name: string;
  /** Lower case; empty when none can be read. */
  readonly address: string;
}

/** The header of a received message: every field of it, and those that are compared, decoded. */
export interface ReceivedHeader {
  readonly fields: readonly RawField[];
  readonly subject: string;
  /** `as-saved`: a program that saved the message as text wrote it in words of its own. */
  readonly date: Instant | 'as-saved' | null;
  readonly from: readonly NamedAddress[];
  readonly to: readonly NamedAddress[];
  readonly replyTo: readonly string[];
  /** Fields that may stand once and stand more often, or hold a parameter twice. */
  readonly repeated: readonly string[];
}

/** A received message, whole and ready to be compared. Everything here is foreign. */
export interface ReceivedMessage {
  readonly text: string | null;
  readonly html: string | null;
  /** Text parts behind the first one, and the words of a message that the notice is attached to. */
  readonly furtherTexts: readonly { readonly where: 'before' | 'after'; readonly text: string }[];
  /** Null with only words: pasted text, a saved page. */
  readonly header: ReceivedHeader | null;
  /** The message that this one is attached to; null when nothing is around it. */
  readonly outer: OuterMessage | null;
  /** Parts that no notice has, by file name and type. */
  readonly extraParts: readonly { readonly nature: 'attachment' | 'extra-part'; readonly name: string }[];
  /** What Outlook keeps and shows of it; null for every other form. */
  readonly outlook: OutlookItem | null;
  /** Where programs may take this mail apart in another way; null where none can. */
  readonly flaw: MailFlaw | null;
  /** Within a signature of S/MIME or OpenPGP, which is not judged. */
  readonly isSigned: boolean;
  readonly origin: 'received' | 'saved-as-text' | 'outlook' | 'words';
}
