import type { Runtime } from '@candor/core/base';
import { readWholeMessage } from '@candor/core/evidence/message';
import { type Change, toPlainLine } from '../compare/change.ts';
import { readNamedAddresses, readSenders } from '../compare/sender-name.ts';
import { listHeaderFields } from './header-fields.ts';
import type { ReceivedMessage } from './received.ts';

/**
 * What Outlook keeps of a message in a .msg file ([MS-OXMSG]): the text that it made, and the header as it was
 * received.
 */
export interface OutlookItem {
  /** PidTagTransportMessageHeaders; empty when the file has none. */
  readonly header: string;
  readonly subject: string;
  readonly senderName: string;
  readonly senderAddress: string;
  /** PidTagBody. */
  readonly text: string | null;
  /** PidTagHtml, or the HTML in its RTF; null when missing or unreadable. */
  readonly html: string | null;
  /** File names of attachments; pictures of a signature too. */
  readonly attachments: readonly string[];
}

/** Reads a .msg file in confinement of its own; null for one that is damaged. */
export type ReadOutlook = (bytes: Uint8Array) => Promise<OutlookItem | null>;

/**
 * The header as it came where it is kept; else sender and subject as Outlook has them, and no date that could be
 * compared.
 */
export function toOutlookMessage(runtime: Runtime, item: OutlookItem): ReceivedMessage {
  const bytes = new TextEncoder().encode(`${item.header.trim()}\r\n\r\n`);
  const message = readWholeMessage(runtime, bytes);
  const hasHeader = message.addresses.some(({ role }) => role === 'from');
  const sender = { name: item.senderName.trim(), address: item.senderAddress.trim().toLowerCase() };
  const ofRole = (wanted: string): readonly string[] =>
    message.addresses.filter(({ role }) => role === wanted).map(({ address }) => address);
  return {
    text: item.text,
    html: item.html,
    furtherTexts: [],
    header: hasHeader
      ? {
          fields: listHeaderFields(runtime, bytes) ?? [],
          subject: item.subject,
          date: message.date ?? 'as-saved',
          from: readSenders(message.from, ofRole('from')),
          to: readNamedAddresses(message.to, ofRole('to')),
          replyTo: ofRole('reply-to'),
          repeated: message.repeated,
        }
      : sender.address.includes('@')
        ? { fields: [], subject: item.subject, date: 'as-saved', from: [sender], to: [], replyTo: [], repeated: [] }
        : null,
    outer: null,
    extraParts: item.attachments.map(
      (name): Change => ({ place: 'parts', nature: 'attachment', issued: null, received: toPlainLine(name) }),
    ),
    origin: 'outlook',
  };
}
