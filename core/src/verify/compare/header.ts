import type { Instant } from '@candor/core/base';
import type { RawField } from '../received/mail-header.ts';
import type { NamedAddress } from './sender-name.ts';

/** The header that was issued. A record of the first version does not name its sender: `from` is null then. */
export interface IssuedHeader {
  readonly subject: string;
  readonly dates: readonly Instant[];
  readonly from: { readonly name: string; readonly address: string } | null;
  /** Null: answers go to the sender. */
  readonly replyTo: string | null;
  /** The organization's own domain. */
  readonly domain: string;
  /** The domain that received the notice. */
  readonly recipient: string;
  /** Whether the notice was issued to this address; null for records that name no recipients (versions 1 and 2). */
  readonly isRecipient: ((address: string) => boolean) | null;
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
