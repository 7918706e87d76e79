import type { Runtime } from '@candor/core/base';
import { readWholeMessage } from '@candor/core/evidence/message';
import type { OutlookItem } from '@candor/core/evidence/outlook';
import { toChange } from '../compare/change.ts';
import type { ReceivedHeader } from '../compare/header.ts';
import { isSigned } from '../compare/outlook-part.ts';
import { readNamedAddresses, readSenders } from '../compare/sender-name.ts';
import { listHeaderFields } from './mail-header.ts';
import type { ReceivedMessage } from './received.ts';

/** Reads a .msg file in confinement of its own; null for one that is damaged. */
export type ReadOutlook = (bytes: Uint8Array) => Promise<OutlookItem | null>;

/** Exchange 2003 and before write this line above the header. */
const OLD_MARK = /^\s*Microsoft Mail Internet Headers Version 2\.0\s*\n/;

/**
 * The header as it came where it is kept; else sender and subject as Outlook has them, and no date that could be
 * compared.
 */
export function toOutlookMessage(runtime: Runtime, item: OutlookItem): ReceivedMessage {
  const bytes = new TextEncoder().encode(`${item.header.replace(OLD_MARK, '').trim()}\r\n\r\n`);
  const message = readWholeMessage(runtime, bytes);
  const hasHeader = message.addresses.some(({ role }) => role === 'from');
  const ofRole = (wanted: string): readonly string[] =>
    message.addresses.filter(({ role }) => role === wanted).map(({ address }) => address);
  return {
    text: item.text ?? item.rtf?.text ?? null,
    html: item.html ?? item.rtf?.html ?? null,
    furtherTexts: [],
    header: hasHeader
      ? {
          fields: listHeaderFields(runtime, bytes) ?? [],
          subject: message.subject === '' ? item.subject : message.subject,
          date: message.date ?? 'as-saved',
          from: readSenders(message.from, ofRole('from')),
          to: readNamedAddresses(message.to, ofRole('to')),
          replyTo: ofRole('reply-to'),
          repeated: message.repeated,
        }
      : toHeader(item),
    outer: null,
    extraParts: isSigned(item)
      ? []
      : item.attachments.map((name) => toChange('parts', 'attachment', null, name === '' ? '.msg' : name)),
    outlook: item,
    origin: 'outlook',
  };
}

/** Sender and subject as Outlook has them. */
function toHeader({ senders, subject }: OutlookItem): ReceivedHeader | null {
  const sender = senders.find(({ address }) => address !== '');
  if (sender === undefined) return null;
  return { fields: [], subject, date: 'as-saved', from: [sender], to: [], replyTo: [], repeated: [] };
}
