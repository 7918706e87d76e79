/**
 * Sending notices and settling what became of each.
 */
export { assertApproved, findNoticeFault, findSendableWaves, requireGate } from './check-wave.ts';
export { expireClaims, isAddressedTo, permitDeliveries } from './claim-deliveries.ts';
export { isOfHold, readHolds } from './holds.ts';
export { replayJournal, toJournalLine } from './restored-store.ts';
export { type SenderEnd, sendDeliveries } from './send-deliveries.ts';
export { readSecret, toSmtpRelay } from './smtp-relay.ts';
