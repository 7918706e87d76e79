/**
 * Bounces and answers that come back, matched with the notices that were sent.
 */
export { toMailPlace } from './mail-place.ts';
export { type InboxTally, processIncoming } from './take-incoming.ts';
