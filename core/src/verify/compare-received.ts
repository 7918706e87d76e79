import type { Instant } from '@candor/core/base';
import type { ComposedNotice } from '@candor/core/notice/text';
import type { MessageComparison } from './comparison.ts';
import type { UnreadableReason } from './received/received.ts';
import type { ReceivedTools } from './received/received-message.ts';

/** A mail that was sent, with all that a reader's check compares. */
export interface SentMessage {
  readonly composed: ComposedNotice;
  readonly date: Instant;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  /** The organization's own domain, and the recipient's. */
  readonly domain: string;
  readonly recipient: string;
}

/** How a mail arrived, as a recipient's check of a notice would find it; nothing of a site is asked. */
export async function compareReceived(
  tools: ReceivedTools,
  { composed, date, from, replyTo, domain, recipient }: SentMessage,
  bytes: Uint8Array,
): Promise<MessageComparison | { readonly unreadable: UnreadableReason }> {
  const { compareMessage, readReceived } = await import('./comparison.ts');
  const received = await readReceived(tools, { kind: 'file', bytes });
  if ('unreadable' in received) return received;
  const { sha256Hex } = tools.runtime;
  const header = { subject: composed.subject, dates: [date], from, replyTo, domain, recipient, isRecipient: null };
  const issued = { header, text: composed.text, twin: composed.html, htmlDigest: sha256Hex(composed.html) };
  return compareMessage({ parseHtml: tools.parseHtml, sha256Hex }, { ...issued, hasLists: false }, received);
}
