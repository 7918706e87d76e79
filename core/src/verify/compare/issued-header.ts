import type { Instant } from '@candor/core/base';

/** The header that was issued. A record of the first version does not name its sender: `from` is null then. */
export interface IssuedHeader {
  readonly subject: string;
  readonly dates: readonly Instant[];
  readonly from: { readonly name: string; readonly address: string } | null;
  /** Null: answers go to the sender. */
  readonly replyTo: string | null;
  readonly domain: string;
  /** The domain that received the notice; empty when it was issued to an address alone, whose domain is anybody's. */
  readonly recipient: string;
  /** Whether the notice was issued to this address; null for records that name no recipients (versions 1 and 2). */
  readonly isRecipient: ((address: string) => boolean) | null;
}
