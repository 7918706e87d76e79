import type { MessageReading } from '@candor/core/evidence/message';

/** The party of a projection, and facts about the copy beyond its bytes. */
export interface ProjectionRequest {
  /**
   * Whether an address belongs to what the party has proved: a registrable domain of its own (R15), or one exact
   * address (R12).
   */
  readonly isOwn: (address: string) => boolean;
  /** Whether an address is one of the organization's counsel (R11). */
  readonly isCounsel: (address: string) => boolean;
  /** Sent to nobody (R10). */
  readonly draft: boolean;
  /** A person marked it as an employee's private mail: it never goes to an employer (R13). */
  readonly privateMail: boolean;
  readonly partyKind: 'organization' | 'person';
  /** Counsel looked at it and released it (R11). */
  readonly releasedByCounsel: boolean;
  /** Its marks of privilege are a footer that the sender repeats in most mails: they hold nothing (R11). */
  readonly hasOnlyFooterMarks?: boolean;
}

export type HoldReason = 'privilege' | 'quoted' | 'unreadable' | 'signed-around-attached';

export type WithholdReason = 'draft' | 'not-addressed' | 'private-mail';

/**
 * What a party may see of one copy.
 *
 * - `whole`: the message as its own mailbox would have held it (R1–R5, R17).
 * - `attached`: it stands only in messages attached to an internal one; each of them, projected by itself (R7). Of the
 *   message around them nothing but its date may be told.
 * - `quoted`: its mail is quoted in a message in which it stands nowhere, and two people released what was cut out of
 *   that (R7).
 * - `held`: a person decides. · `withheld`: nothing of it is given.
 */
export type Projection =
  | { readonly outcome: 'whole'; readonly message: Uint8Array; readonly reading: MessageReading }
  | {
      readonly outcome: 'attached';
      readonly messages: readonly Uint8Array[];
      /** Part numbers as IMAP counts: `2`, or `2.3` in an attached message. */
      readonly parts: readonly string[];
      readonly reading: MessageReading;
    }
  | { readonly outcome: 'quoted'; readonly messages: readonly Uint8Array[] }
  | { readonly outcome: 'held'; readonly because: HoldReason }
  | { readonly outcome: 'withheld'; readonly because: WithholdReason };
