/** Reads a received mail, a paste or a saved page for comparison. */

export { type CodeAndDomains, findCodeAndDomains } from './code-and-domains.ts';
export type { MailFlaw } from './mail-flaw.ts';
export type { ReadOutlook } from './outlook-message.ts';
export type { OuterMessage, UnreadableReason } from './received.ts';
export { isOverloaded, type ReceivedContent } from './received-message.ts';
export { toUtf8 } from './saved-text.ts';
