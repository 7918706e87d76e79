/** Reads returned mail: delivery reports (RFC 3464), automatic replies, and people's mail. Never throws. */

export {
  BOUNCE_WINDOW_SECONDS,
  findBounceDoubt,
  type ReportedDelivery,
  type ReportMatch,
} from './doubt-bounce.ts';
export {
  DIAGNOSTIC_CHARACTERS,
  type IncomingClass,
  type IncomingKind,
  type IncomingMail,
  type ReportedRecipient,
} from './incoming-mail.ts';
export { readIncoming } from './read-incoming.ts';
