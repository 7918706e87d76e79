import type { Instant } from '@candor/core/base';
import type { SmtpReply } from './smtp-reply.ts';

export interface DeliveryClaim {
  readonly by: string;
  readonly leaseUntil: Instant;
}

/**
 * Where a delivery stands (docs/formats/delivery.md).
 *
 * - `composed`: drafted, not approved.
 * - `approved`: may be sent.
 * - `intent`: a sender works on it; **no byte that ends the message has left**.
 * - `data`: written down before the final dot is; from here on nobody but the relay knows whether it took the message.
 * - `deferred`: refused for now (4xx), or failed before the final dot; tried again at `nextAt`.
 * - `accepted`, `bounced`: settled. A bounce may come after acceptance.
 * - `uncertain`: the final dot may have been written and no reply is known. Only evidence or a person settles it, never
 *   another try.
 * - `inhibited`: not sent, for a recorded reason.
 */
export type DeliveryState =
  | { readonly state: 'composed' | 'approved' | 'accepted' }
  | { readonly state: 'intent' | 'data'; readonly claim: DeliveryClaim }
  | { readonly state: 'deferred'; readonly nextAt: Instant; readonly reason: string }
  | { readonly state: 'bounced' | 'uncertain' | 'inhibited'; readonly reason: string };

export type DeliveryStateName = DeliveryState['state'];

export interface DeliveryProgress {
  /** Claims so far; the number of the running attempt. */
  readonly attempts: number;
  /** Rises with every claim: what an older claim says counts no more. */
  readonly fence: number;
  /** Tries that failed, and when the first did. */
  readonly failures: number;
  readonly failedAt: Instant | null;
}

export type Delivery = DeliveryState & DeliveryProgress;

/** Where in a session something went wrong. `after-dot`: the final dot may have been written. */
export type SmtpStage = 'before-dot' | 'after-dot';

/**
 * What can happen to a delivery. Those with a `fence` are said by a sender and count only while its claim is the
 * newest.
 */
export type DeliveryEvent =
  | { readonly event: 'approve' }
  /** A sender takes it; made durable before a connection is opened for it. */
  | { readonly event: 'claim'; readonly by: string; readonly at: Instant }
  /** About to write the final dot; made durable before it is. */
  | { readonly event: 'data'; readonly fence: number; readonly at: Instant }
  | {
      readonly event: 'reply';
      readonly fence: number;
      readonly stage: SmtpStage;
      readonly reply: SmtpReply;
      readonly at: Instant;
    }
  /** The session failed without a reply to this message. */
  | {
      readonly event: 'failure';
      readonly fence: number;
      readonly stage: SmtpStage;
      readonly reason: string;
      readonly at: Instant;
    }
  /** The sender gives it back untouched: it stops, or the relay cannot be reached at all. */
  | { readonly event: 'release'; readonly fence: number }
  /** Its sender is gone, or its lease is over. */
  | { readonly event: 'expire'; readonly isSenderGone: boolean; readonly at: Instant }
  /** A recorded reason not to send. */
  | { readonly event: 'inhibit'; readonly reason: string }
  /** That reason is over. */
  | { readonly event: 'permit' }
  /** Returned mail with the mark of this delivery. `arrived`: it reached somebody. */
  | { readonly event: 'returned'; readonly says: 'failed' | 'arrived'; readonly reason: string }
  /** The journal has an attempt that the store lacks: the store is an older copy. */
  | { readonly event: 'forgotten'; readonly attempt: number }
  /** A person decides about what no program may decide. */
  | { readonly event: 'settle'; readonly as: 'accepted' | 'bounced'; readonly reason: string };
