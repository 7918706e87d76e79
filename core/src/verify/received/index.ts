/** Reads a received mail, a paste or a saved page for comparison. */

export { type CodeAndDomains, findCodeAndDomains } from './code-and-domains.ts';
export type { OuterMessage, UnreadableReason } from './received.ts';
export { type OutlookItem, RECEIVED_BYTES, type ReadOutlook, type ReceivedContent } from './received-message.ts';
