/**
 * `advanceDelivery` is the whole protocol of sending: at most one accepted copy (docs/formats/delivery.md). `readReply`
 * never throws.
 */

export { advanceDelivery, type DeliveryAdvance } from './advance-delivery.ts';
export {
  DATA_LEASE_SECONDS,
  INTENT_LEASE_SECONDS,
  isDue,
  isLeaseOver,
  MOST_WAIT_SECONDS,
  planRetry,
  type Retry,
} from './back-off.ts';
export type {
  Delivery,
  DeliveryClaim,
  DeliveryProgress,
  DeliveryState,
  DeliveryStateName,
} from './delivery.ts';
export type { DeliveryEvent, SmtpStage } from './delivery-event.ts';
export { readEnvelopeMark, toEnvelopeSender } from './envelope-sender.ts';
export { formatReply, REPLY_CHARACTERS, readReply, type SmtpReply, toSafeReply } from './smtp-reply.ts';
