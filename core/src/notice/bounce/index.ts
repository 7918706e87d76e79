/**
 * Reads what came back: delivery reports (RFC 3464), automatic replies, and mail from people. Never throws.
 */

export {
  DIAGNOSTIC_CHARACTERS,
  type IncomingClass,
  type IncomingKind,
  type IncomingMail,
  type ReportedRecipient,
} from './incoming-mail.ts';
export { readIncoming } from './read-incoming.ts';
