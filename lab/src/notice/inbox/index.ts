/**
 * Bounces and answers that come back, matched with the notices that were sent.
 */
export { type InboxTally, processIncoming, toMailPlace } from './process-incoming.ts';
