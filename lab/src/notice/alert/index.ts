/**
 * Alerts to the organization itself about mailboxes that the intruder may still reach.
 */
export { findMailTurn } from './alert-ceiling.ts';
export {
  type AlertCount,
  type AlertKind,
  type AlertReport,
  toAlertDocument,
  toAlertId,
  toAlertLines,
} from './alert-document.ts';
export { findReachedMailbox } from './reached-mailbox.ts';
export { type AttemptResult, mailAlert, postAlert, toAlertWait } from './send-alerts.ts';
