/**
 * `advanceDelivery` is the whole protocol of sending: at most one accepted copy (docs/formats/delivery.md). `readReply`
 * never throws.
 */

export {
  advanceDelivery,
  DATA_LEASE_SECONDS,
  type DeliveryAdvance,
  INTENT_LEASE_SECONDS,
  isDue,
  isLeaseOver,
  MAX_WAIT_SECONDS,
  planRetry,
  type Retry,
} from './advance-delivery.ts';
export type {
  Delivery,
  DeliveryClaim,
  DeliveryEvent,
  DeliveryProgress,
  DeliveryState,
  DeliveryStateName,
  SmtpStage,
} from './delivery.ts';
export { type DeliveryLink, type LinkEvent, readLink, toLinkText } from './delivery-link.ts';
export { readEnvelopeMark, toEnvelopeSender } from './envelope-sender.ts';
export {
  type DeliveryAttempt,
  type FollowedDelivery,
  followLink,
  type TakenBy,
  toAttempt,
  toLateReply,
  toTakenBy,
  UNLINKED,
} from './follow-links.ts';
export { countNotified, type NotifiedCounts, type PartyDelivery, toNotifiedWords } from './notified.ts';
export { type DeliveryOutcome, toOutcome } from './outcome.ts';
export { formatReply, REPLY_CHARACTERS, readReply, type SmtpReply, toSafeReply } from './smtp-reply.ts';
