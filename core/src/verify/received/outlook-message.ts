import type { Runtime } from '@candor/core/base';
import { readWholeMessage } from '@candor/core/evidence/message';
import type { OutlookItem } from '@candor/core/evidence/outlook';
import { findEncodedFlaw } from './encoded-words.ts';
import { type MailFlaw, toMailFlaw } from './mail-flaw.ts';
import { listHeaderFields, readMailHeader } from './mail-header.ts';
import { toReceivedHeader } from './named-address.ts';
import type { ReceivedHeader, ReceivedMessage, UnreadableReason } from './received.ts';

/** Reads a .msg file in confinement of its own; null for one that is damaged. */
export type ReadOutlook = (bytes: Uint8Array) => Promise<OutlookItem | null>;

/** Exchange 2003 and before write this line above the header, and the heads of all parts below it. */
const OLD_MARK = /^\s*Microsoft Mail Internet Headers Version 2\.0\s*\n/;
const PART_HEAD = /^(?:--[\w'()+,./:=?-]{1,72}|content-[a-z-]{1,40}:.*|[ \t].*)?\r?$/i;
const SIGNED = 'ipm.note.smime.multipartsigned';

/**
 * The header as it came where it is kept; else sender and subject as Outlook has them, and no date that could be
 * compared.
 */
export function toOutlookMessage(
  runtime: Runtime,
  item: OutlookItem,
): ReceivedMessage | { readonly unreadable: UnreadableReason } {
  const kept = item.header.replace(OLD_MARK, '').replace(/(?<![\r\n])[\r\n]+$/, '');
  const bytes = new TextEncoder().encode(`${kept}\r\n\r\n`);
  const message = readWholeMessage(runtime, bytes);
  const fields = listHeaderFields(runtime, bytes);
  if (fields === null) return { unreadable: 'too-large' };
  const header = toReceivedHeader(message, fields);
  const { subject, date } = header;
  return {
    text: item.text ?? item.rtf?.text ?? null,
    html: item.html ?? item.rtf?.html ?? null,
    furtherTexts: [],
    header: message.addresses.some(({ role }) => role === 'from')
      ? { ...header, subject: subject === '' ? item.subject : subject, date: date ?? 'as-saved' }
      : toShownHeader(item),
    outer: null,
    extraParts: isSigned(item)
      ? []
      : item.attachments.map((name) => ({ nature: 'attachment', name: name === '' ? '.msg' : name })),
    flaw: kept === '' ? null : findKeptFlaw(runtime, bytes),
    isSigned: false,
    outlook: item,
    origin: 'outlook',
  };
}

/** The grammar of every header; behind it only the heads of parts, without what was in them. */
function findKeptFlaw(runtime: Runtime, bytes: Uint8Array): MailFlaw | null {
  const written = runtime.latin1(bytes, 0, bytes.length);
  const { fields, body, flaw } = readMailHeader(written, 0, written.length, 'message');
  const outside = written
    .slice(body)
    .split('\n')
    .find((line) => !PART_HEAD.test(line));
  const names = fields.map(({ name }) => name).filter((name) => name.startsWith('content-'));
  const doubled = names.find((name, at) => names.indexOf(name) < at);
  if (flaw !== null) return flaw;
  if (doubled !== undefined) return toMailFlaw('part', doubled);
  return findEncodedFlaw(fields) ?? (outside === undefined ? null : toMailFlaw('outside', outside));
}

/** Sender and subject as Outlook has them. */
function toShownHeader({ senders, subject }: OutlookItem): ReceivedHeader | null {
  const sender = senders.find(({ address }) => address !== '');
  if (sender === undefined) return null;
  return { fields: [], subject, date: 'as-saved', from: [sender], to: [], replyTo: [], repeated: [] };
}

/** Outlook shows the words in the signed part of a signed mail, which is an attachment of the file. */
export function isSigned({ messageClass, attachments }: OutlookItem): boolean {
  return messageClass.toLowerCase() === SIGNED && attachments.length === 1;
}
