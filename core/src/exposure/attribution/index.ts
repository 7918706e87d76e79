/**
 * Labels each record `intruder`, `owner` or `ambiguous` by the indicators of the incident file (rules A1 and
 * following).
 */

export {
  type Attributed,
  type AttributionReason,
  isBeyondWindow,
  type Label,
  type TeachingKeys,
} from './attribution.ts';
export { MailboxIndex, type RecordMailbox } from './mailbox-index.ts';
export type { ScatteredSession } from './session-addresses.ts';
