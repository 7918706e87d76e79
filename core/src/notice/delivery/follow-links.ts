import { advanceDelivery } from './advance-delivery.ts';
import type { Delivery, DeliveryEvent } from './delivery.ts';
import type { DeliveryLink, LinkEvent } from './delivery-link.ts';
import { formatReply } from './smtp-reply.ts';

/**
 * What shows that a message was taken: the relay's reply, two people's settlement, mail that came back of it, or only
 * the word of a version without a chain.
 */
export type TakenBy = 'relay' | 'people' | 'mail' | 'carried-over';

/** One line of a delivery's attempts, as lists show them. */
export interface DeliveryAttempt {
  readonly attempt: number;
  readonly fence: number;
  readonly event: string;
  readonly host: string | null;
  readonly reply: string | null;
  readonly at: number;
}

export interface FollowedDelivery {
  readonly delivery: Delivery;
  /** Null: nobody has taken it. Kept when it comes back later. */
  readonly takenBy: TakenBy | null;
  /** When it changed last; null: never since it was composed. */
  readonly changedAt: number | null;
  /** Attempts since the chain, in order. */
  readonly attempts: readonly DeliveryAttempt[];
  /** The attempts before the chain; null for a delivery that began in it. */
  readonly carried: { readonly attempts: number; readonly digest: string } | null;
}

/** A delivery that was composed and of which the chain has no link yet. */
export const UNLINKED: FollowedDelivery = {
  delivery: { state: 'composed', attempts: 0, fence: 0, failures: 0, failedAt: null },
  takenBy: null,
  changedAt: null,
  attempts: [],
  carried: null,
};

/**
 * The state of a delivery follows from its links, taken in order. Null for a link that cannot follow: the protocol
 * refuses it, or it is about no delivery.
 */
export function followLink(before: FollowedDelivery, link: DeliveryLink): FollowedDelivery | null {
  const { event, at, host } = link;
  switch (event.event) {
    case 'gate':
    case 'posting':
    case 'carried-row':
      return null;
    case 'carried-over': {
      if (before !== UNLINKED) return null;
      const takenBy = event.was.state === 'accepted' ? 'carried-over' : null;
      const { attempts, digest } = event;
      return { delivery: event.was, takenBy, changedAt: at, attempts: [], carried: { attempts, digest } };
    }
    default: {
      const advance = advanceDelivery(before.delivery, event);
      if (advance.is === 'refused') {
        if (event.event !== 'reply') return null;
        return { ...before, attempts: [...before.attempts, toLateReply(before.delivery, event, at, host)] };
      }
      const { delivery } = advance;
      const attempt = toAttempt(delivery, event, at, host);
      return {
        ...before,
        delivery,
        takenBy: toTakenBy(delivery, event) ?? before.takenBy,
        changedAt: at,
        attempts: attempt === null ? before.attempts : [...before.attempts, attempt],
      };
    }
  }
}

/** What shows that the message was taken, of an event that led to `accepted`; null for any other. */
export function toTakenBy({ state }: Delivery, { event }: LinkEvent): TakenBy | null {
  if (state !== 'accepted') return null;
  switch (event) {
    case 'reply':
      return 'relay';
    case 'settle':
      return 'people';
    case 'returned':
      return 'mail';
    case 'carried-over':
      return 'carried-over';
    default:
      return null;
  }
}

/** The line of an event that changed a delivery; null for an approval, which attempts nothing. */
export function toAttempt(
  delivery: Delivery,
  event: DeliveryEvent,
  at: number,
  host: string | null,
): DeliveryAttempt | null {
  if (event.event === 'approve') return null;
  const { attempts: attempt, fence } = delivery;
  return { attempt, fence, event: toEventName(delivery, event), host, reply: toWords(delivery, event), at };
}

/** The line of a reply that came after its claim had ended: it settles nothing, but people who settle see it. */
export function toLateReply(
  { attempts: attempt }: Delivery,
  { fence, reply }: Extract<DeliveryEvent, { readonly event: 'reply' }>,
  at: number,
  host: string | null,
): DeliveryAttempt {
  return { attempt, fence, event: 'late-reply', host, reply: formatReply(reply), at };
}

/** `intent`, `data`, `accepted` …: where the event led. */
function toEventName(delivery: Delivery, event: DeliveryEvent): string {
  switch (event.event) {
    case 'release':
    case 'expire':
      return delivery.state === 'uncertain' ? 'uncertain' : 'released';
    case 'permit':
      return 'permitted';
    case 'settle':
      return `settled-${delivery.state}`;
    default:
      return delivery.state;
  }
}

function toWords(delivery: Delivery, event: DeliveryEvent): string | null {
  if (event.event === 'reply') return formatReply(event.reply);
  return 'reason' in delivery ? delivery.reason : null;
}
