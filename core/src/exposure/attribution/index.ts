/**
 * Labels each record `intruder`, `owner` or `ambiguous` by the indicators of the incident file (rules A1 and
 * following).
 */

export type { Attributed, AttributionReason, Label } from './attributed.ts';
export { isBeyondWindow } from './beyond-window.ts';
export type { DelegateCount } from './delegates.ts';
export { MailboxIndex, type RecordMailbox } from './mailbox-index.ts';
export type { ScatteredSession } from './session-addresses.ts';
