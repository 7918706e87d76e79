import type { OutsideReason } from '@candor/core/review/outside';
import type { AttachmentWarning } from '../../reviewer/frame/judge-attachment.ts';
import type { FrameErrorCode } from '../../reviewer/frame/message-frame.ts';
import type { OmittedKind, Protection, ReadingNote, RemoteKind } from '../../reviewer/frame/protocol.ts';
import type { Counted } from '../../ui/words.ts';

/** All texts of the reading pane. */
export interface ReadingWords {
  readonly message: string;
  readonly noSubject: string;
  readonly fields: {
    readonly from: string;
    readonly sender: string;
    readonly replyTo: string;
    readonly to: string;
    readonly cc: string;
    readonly bcc: string;
    readonly date: string;
  };
  readonly noDate: string;
  /** The date as the sender wrote it, if its zone differs. */
  readonly asWritten: string;
  readonly unreadableAddress: string;
  readonly allAddresses: Counted;
  readonly fewerAddresses: string;
  readonly actions: {
    readonly label: string;
    readonly saveMessage: string;
    readonly raw: string;
    readonly closeRaw: string;
    readonly asText: string;
    readonly asFormatted: string;
    readonly why: string;
    readonly backToMessage: string;
  };
  readonly opening: string;
  readonly failed: string;
  readonly frameFlaws: Readonly<Record<FrameErrorCode | 'too-large', string>>;
  readonly openAgain: string;
  readonly fraud: string;
  readonly bulk: string;
  readonly secretsShown: Counted;
  readonly secrets: Counted;
  /** `{organization}`, `{kinds}` */
  readonly personal: string;
  readonly secretMarked: string;
  /** An earlier release gave it damaged. */
  readonly corrected: string;
  readonly showSecrets: string;
  readonly maskSecrets: string;
  readonly differs: string;
  readonly protections: Readonly<Record<Protection, string>>;
  readonly notes: Readonly<Record<ReadingNote, string>>;
  readonly noText: string;
  readonly quoted: Counted;
  readonly moreLines: Counted;
  /** A character that is marked because it is invisible or changes the direction. */
  readonly hiddenCharacter: string;
  readonly formattedTitle: string;
  readonly remote: Counted;
  readonly remoteNone: string;
  readonly remoteKinds: Readonly<Record<RemoteKind, Counted>>;
  readonly hosts: string;
  readonly furtherHosts: Counted;
  readonly leftOut: string;
  readonly leftOutKinds: Readonly<Record<OmittedKind, Counted>>;
  readonly links: Counted;
  readonly linksInert: string;
  readonly furtherLinks: Counted;
  readonly attachments: Counted;
  readonly noAttachment: string;
  readonly attachment: {
    readonly unnamed: string;
    readonly save: string;
    readonly saved: string;
    readonly declared: string;
    readonly digest: string;
    readonly inText: string;
    readonly savedAs: string;
    readonly failed: string;
    readonly bytes: Counted;
    readonly large: string;
  };
  readonly warnings: Readonly<Record<AttachmentWarning, string>>;
  readonly furtherParts: Counted;
  readonly types: Readonly<Record<string, string>>;
  readonly calendar: {
    readonly title: string;
    readonly cancelled: string;
    readonly what: string;
    readonly start: string;
    readonly end: string;
    readonly place: string;
    readonly organizer: string;
    readonly attendees: string;
    readonly repeats: string;
    readonly description: string;
    readonly notActed: string;
  };
  readonly nested: string;
  readonly nestedFiles: string;
  readonly raw: {
    readonly label: string;
    readonly lines: Counted;
    readonly cut: string;
  };
  readonly why: {
    readonly title: string;
    readonly times: Counted;
    readonly moreTimes: Counted;
    readonly rule: string;
    readonly copyTitle: string;
    readonly copy: string;
    readonly heldBy: string;
    readonly howWeKnow: string;
  };
  readonly reasons: Readonly<Record<OutsideReason, string>>;
}
