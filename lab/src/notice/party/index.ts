/**
 * Parties as they stand now: who is told, what moved, vanished or was taken from them.
 */
export { findFound } from './found-figures.ts';
export { createGoneTest } from './gone-evidence.ts';
export { findPossibleIntruders, type IntruderTrace, type PossibleIntruders } from './intruder-addresses.ts';
export { findSecrets, readFindings } from './listed-secrets.ts';
export { findMoved, type MovedMail, readMoved } from './moved-mail.ts';
export { nameParties, toMissingParty, toNoticeDomains } from './notified-party.ts';
export { NO_FIGURES, type NoticeParty, readPartiesNow } from './parties-now.ts';
export { applyHoldsToSuccessors, createSuccessorResolver } from './successors.ts';
export type { MailSources } from './undetermined-mail.ts';
export { judgeCleared } from './vanished-mail.ts';
