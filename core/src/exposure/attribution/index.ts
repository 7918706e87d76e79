/**
 * Labels each record `intruder`, `owner` or `ambiguous` by the indicators of the incident file (rules A1 and
 * following).
 */

export type { Attributed, AttributionReason, Label } from './attributed.ts';
export { isBeyondWindow } from './attribution.ts';
export type { DelegateCount } from './delegates.ts';
export type { ActorKeys, LearningPass, Need } from './learning-pass.ts';
export { MailboxIndex, type RecordMailbox } from './mailbox-index.ts';
export type { ScatteredSession } from './session-addresses.ts';
