import type { Instant } from '@candor/core/base';

/** Who works on a delivery, and until when nobody else may. */
export interface DeliveryClaim {
  /** Name of the sender. */
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

/** A delivery as far as its protocol is concerned. */
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
