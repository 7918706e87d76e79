/**
 * Reads a received mail, a paste or a saved page into what is compared.
 */

export { type CodeAndDomains, findCodeAndDomains } from './code-and-domains.ts';
export type { OutlookItem, ReadOutlook } from './outlook-item.ts';
export type { OuterMessage, UnreadableReason } from './received.ts';
export { RECEIVED_BYTES, type ReceivedContent } from './received-message.ts';
