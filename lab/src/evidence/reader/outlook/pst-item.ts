import { toCharsetLabel } from '@candor/core/evidence/outlook';
import { type PSTAttachment, PSTMessage, type PSTRecipient } from 'pst-extractor';
import type { OutlookAddress, OutlookAttachment, OutlookHtml, OutlookMessage } from './outlook-message.ts';
import { isDamaged } from './pst-object.ts';
import { fillBody } from './rtf-body.ts';

const TO = 1;
const CC = 2;
const BCC = 3;
/** Bits that a resent recipient adds to its type. */
const RECIPIENT_TYPE_MASK = 0xf;
const BODY_HTML = 0x1013;
const BODY_RTF = 0x1009;
const INTERNET_CODE_PAGE = 0x3fde;
const SENDER_SMTP_ADDRESS = 0x5d01;
const REPRESENTING_SMTP_ADDRESS = 0x5d02;
const REFERENCES = 0x1039;
const ATTACH_EMBEDDED = 5;
const ATTACH_DATA = 0x3701;
const OBJECT_TYPE = 0x000d;
const OBJECT_REFERENCE_BYTES = 4;
/** Recipients of one item; Exchange itself allows 5,000. */
const RECIPIENTS_LIMIT = 200_000;
const ATTACHMENTS_LIMIT = 10_000;
/** Recipients or attachments in a row that cannot be read: then their number is damaged, too. */
const FAILURES_IN_A_ROW = 20;
const CHUNK_BYTES = 256 * 1024;
/** Attached messages, one inside the other: as deep as the reader of mail looks. */
const EMBEDDED_DEPTH_LIMIT = 64;

/** Methods of the library's objects that its types hide. */
interface Properties {
  getStringItem(identifier: number): string;
  getBinaryItem(identifier: number): Buffer | null;
  readonly pstTableItems: ReadonlyMap<number, Property> | null;
  /** The library opens an attached message only where it has one, and gives an attachment none. */
  descriptorIndexNode: unknown;
}

interface Property {
  readonly entryValueType: number;
  entryValueReference: number;
  isExternalValueReference: boolean;
  readonly data: Buffer;
}

/** What of an item may be damaged while all else can be read. */
export type PstPart = 'properties' | 'recipients' | 'text' | 'attachments';

/** Reads the properties of one item. What the library throws at is left out, and `lost` says what. */
export function readPstItem(item: PSTMessage, lost: PstPart[], depth = 0): OutlookMessage {
  const properties = item as unknown as Properties;
  const read = <T>(part: PstPart, none: T, get: () => T): T => {
    try {
      return get();
    } catch {
      lost.push(part);
      return none;
    }
  };
  const text = (get: () => string): string => read('properties', '', get);
  const time = (get: () => Date | null): number | null => read('properties', null, () => toMs(get()));
  if (isDamaged(properties.pstTableItems)) lost.push('properties');
  const recipients = readRecipients(item, () => lost.push('recipients'));
  const body = read('text', { text: '', html: null }, () =>
    fillBody(item.body, readHtml(item, properties), () => properties.getBinaryItem(BODY_RTF)),
  );
  return {
    messageClass: text(() => item.messageClass),
    messageId: text(() => item.internetMessageId),
    inReplyTo: text(() => item.inReplyToId),
    references: text(() => properties.getStringItem(REFERENCES)),
    subject: text(() => item.subject),
    submittedMs: time(() => item.clientSubmitTime),
    deliveredMs: time(() => item.messageDeliveryTime),
    unsent: read('properties', false, () => item.isUnsent),
    fromOwner: read('properties', false, () => item.isFromMe),
    sender: toSender(
      text(() => item.senderName),
      text(() => item.senderAddrtype),
      text(() => item.senderEmailAddress),
      text(() => properties.getStringItem(SENDER_SMTP_ADDRESS)),
    ),
    representing: toSender(
      text(() => item.sentRepresentingName),
      text(() => item.sentRepresentingAddressType),
      text(() => item.sentRepresentingEmailAddress),
      text(() => properties.getStringItem(REPRESENTING_SMTP_ADDRESS)),
    ),
    to: recipients.get(TO) ?? [],
    cc: recipients.get(CC) ?? [],
    bcc: recipients.get(BCC) ?? [],
    transportHeaders: text(() => item.transportMessageHeaders),
    ...body,
    attachments: readAttachments(item, lost, depth),
  };
}

/** The library gives no year before 1970 and none after 9999 a meaning. */
function toMs(date: Date | null): number | null {
  const ms = date?.getTime();
  return ms === undefined || Number.isNaN(ms) || ms === 0 ? null : ms;
}

/** SMTP where the properties have it: by its own property, by type, or because it looks like one. */
function toSender(name: string, type: string, address: string, smtp: string): OutlookAddress | null {
  const best = smtp !== '' ? smtp : address;
  if (best === '' && name === '') return null;
  return {
    name,
    address: best === '' && name.includes('@') && type !== 'EX' ? name : best,
  };
}

function readRecipients(item: PSTMessage, onLost: () => void): Map<number, OutlookAddress[]> {
  const recipients = new Map<number, OutlookAddress[]>();
  let count = 0;
  try {
    count = Math.min(item.numberOfRecipients, RECIPIENTS_LIMIT);
  } catch {
    onLost();
  }
  let failures = 0;
  for (let at = 0; at < count && failures < FAILURES_IN_A_ROW; at += 1) {
    let type: number;
    let address: OutlookAddress | null;
    try {
      const recipient: PSTRecipient | null = item.getRecipient(at);
      if (recipient === null) continue;
      type = recipient.recipientType & RECIPIENT_TYPE_MASK;
      address = toSender(recipient.displayName, recipient.addrType, recipient.emailAddress, recipient.smtpAddress);
      failures = 0;
    } catch {
      onLost();
      failures += 1;
      continue;
    }
    if (address === null) continue;
    const same = recipients.get(type);
    if (same === undefined) recipients.set(type, [address]);
    else same.push(address);
  }
  return recipients;
}

/** HTML is a text or, in newer files, bytes in the item's own charset. */
function readHtml(item: PSTMessage, properties: Properties): OutlookHtml | null {
  const bytes = properties.getBinaryItem(BODY_HTML);
  if (bytes !== null && bytes.length > 0) {
    const codePage = properties.pstTableItems?.get(INTERNET_CODE_PAGE)?.entryValueReference ?? null;
    return { bytes, charset: toCharsetLabel(codePage) };
  }
  return item.bodyHTML === '' ? null : { bytes: Buffer.from(item.bodyHTML, 'utf8'), charset: 'utf-8' };
}

function readAttachments(item: PSTMessage, lost: PstPart[], depth: number): OutlookAttachment[] {
  const attachments: OutlookAttachment[] = [];
  let count = 0;
  try {
    count = Math.min(item.numberOfAttachments, ATTACHMENTS_LIMIT);
  } catch {
    lost.push('attachments');
  }
  let failures = 0;
  for (let at = 0; at < count && failures < FAILURES_IN_A_ROW; at += 1) {
    try {
      attachments.push(readAttachment(item, at, lost, depth));
      failures = 0;
    } catch {
      lost.push('attachments');
      failures += 1;
    }
  }
  return attachments;
}

function readAttachment(item: PSTMessage, at: number, lost: PstPart[], depth: number): OutlookAttachment {
  const attachment = item.getAttachment(at);
  if (attachment.attachMethod === ATTACH_EMBEDDED && depth < EMBEDDED_DEPTH_LIMIT) {
    (attachment as unknown as Properties).descriptorIndexNode = (item as unknown as Properties).descriptorIndexNode;
    const embedded = attachment.embeddedPSTMessage;
    if (embedded instanceof PSTMessage) return { is: 'message', message: readPstItem(embedded, lost, depth + 1) };
  }
  followObject(attachment as unknown as Properties);
  const name = attachment.longFilename !== '' ? attachment.longFilename : attachment.filename;
  return { is: 'bytes', name, chunks: () => readBytes(attachment, lost) };
}

function* readBytes(attachment: PSTAttachment, lost: PstPart[]): Iterable<Buffer> {
  try {
    const stream = attachment.fileInputStream;
    if (stream === null) return;
    for (let left = stream.length.toNumber(); left > 0; ) {
      const chunk = Buffer.alloc(Math.min(left, CHUNK_BYTES));
      const read = stream.read(chunk);
      if (read <= 0) return;
      yield chunk.subarray(0, read);
      left -= read;
    }
  } catch {
    lost.push('attachments');
  }
}

/** An object (an OLE picture or document) is a reference, which the library takes for the content. */
function followObject({ pstTableItems }: Properties): void {
  const content = pstTableItems?.get(ATTACH_DATA);
  if (content === undefined || content.entryValueType !== OBJECT_TYPE || content.isExternalValueReference) return;
  if (content.data.length < OBJECT_REFERENCE_BYTES) return;
  content.entryValueReference = content.data.readUInt32LE(0);
  content.isExternalValueReference = true;
}
