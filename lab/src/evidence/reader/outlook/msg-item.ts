import { toAnsiLabel, toCharsetLabel } from '@candor/core/evidence/outlook';
import msgreader, { type FieldsData } from '@kenjiuno/msgreader';
import { assertEnds } from './compound-file.ts';
import type { OutlookAddress, OutlookAttachment, OutlookHtml, OutlookMessage } from './outlook-message.ts';
import { fillBody } from './rtf-body.ts';

const TYPE_ANSI = 0x001e;
const TYPE_UNICODE = 0x001f;
const IN_REPLY_TO = 0x1042;
const REFERENCES = 0x1039;
const REPRESENTING_NAME = 0x0042;
const REPRESENTING_ADDRESS = 0x0065;
const EXTRA_PROPERTIES: readonly number[] = [IN_REPLY_TO, REFERENCES, REPRESENTING_NAME, REPRESENTING_ADDRESS];
const UNSENT_FLAG = 0x8;
const FROM_OWNER_FLAG = 0x20;
/** A FILETIME of 0, which programs write that have no time: 1 January 1601. */
const NO_TIME_MS = -11_644_473_600_000;

/** The package is CommonJS with an ES default inside. */
const MsgReader = msgreader.default;
type Reader = msgreader.default;

/**
 * Reads the bytes of a .msg; null when the compound file holds no Outlook item. Texts that are no Unicode are read
 * again once the locale of the item is known. Throws what the library throws.
 */
export function readMsgItem(bytes: Buffer): OutlookMessage | null {
  assertEnds(bytes);
  const first = readFields(bytes, null);
  const { error, messageClass, messageLocaleId } = first.fields;
  if (error !== undefined || messageClass === undefined) return null;
  const ansi = messageLocaleId === undefined ? 'windows-1252' : toAnsiLabel(messageLocaleId);
  const { reader, fields, texts } = first.hasAnsi && ansi !== 'windows-1252' ? readFields(bytes, ansi) : first;
  return toMessage(reader, fields, texts);
}

type Texts = Map<FieldsData, Map<number, string>>;

interface ReadFields {
  readonly reader: Reader;
  readonly fields: FieldsData;
  /** The library has no field for these properties. */
  readonly texts: Texts;
  readonly hasAnsi: boolean;
}

function readFields(bytes: Buffer, ansiEncoding: string | null): ReadFields {
  const reader = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  const texts: Texts = new Map();
  let hasAnsi = false;
  reader.parserConfig = {
    ...(ansiEncoding === null ? {} : { ansiEncoding }),
    propertyObserver: (fields, tag, raw) => {
      const property = tag >>> 16;
      const type = tag & 0xffff;
      if (type === TYPE_ANSI) hasAnsi = true;
      if (raw === null || !EXTRA_PROPERTIES.includes(property)) return;
      const of = texts.get(fields) ?? new Map<number, string>();
      of.set(property, Buffer.from(raw).toString(type === TYPE_UNICODE ? 'utf16le' : 'latin1'));
      texts.set(fields, of);
    },
  };
  return { reader, fields: reader.getFileData(), texts, hasAnsi };
}

function toMessage(reader: Reader, fields: FieldsData, texts: Texts): OutlookMessage {
  const text = (property: number): string => (texts.get(fields)?.get(property) ?? '').replace(/(?<!\0)\0+$/, '');
  const representing = fields.sentRepresentingSmtpAddress || text(REPRESENTING_ADDRESS);
  return {
    messageClass: fields.messageClass ?? '',
    messageId: fields.messageId ?? '',
    inReplyTo: text(IN_REPLY_TO),
    references: text(REFERENCES),
    subject: fields.subject ?? '',
    submittedMs: toMs(fields.clientSubmitTime),
    deliveredMs: toMs(fields.messageDeliveryTime),
    unsent: ((fields.messageFlags ?? 0) & UNSENT_FLAG) !== 0,
    fromOwner: ((fields.messageFlags ?? 0) & FROM_OWNER_FLAG) !== 0,
    sender: toAddress(fields.senderName, fields.senderSmtpAddress || fields.senderEmail),
    representing: representing === '' ? null : toAddress(text(REPRESENTING_NAME), representing),
    to: toRecipients(fields, 'to'),
    cc: toRecipients(fields, 'cc'),
    bcc: toRecipients(fields, 'bcc'),
    transportHeaders: fields.headers ?? '',
    ...fillBody(fields.body ?? '', toHtml(fields), () => fields.compressedRtf),
    attachments: (fields.attachments ?? []).map((attachment) => toAttachment(reader, attachment, texts)),
  };
}

/** The library writes times as toUTCString does, always in GMT, so that no zone of this machine has a part in it. */
function toMs(time: string | undefined): number | null {
  const ms = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(ms) || ms <= NO_TIME_MS ? null : ms;
}

function toAddress(name: string | undefined, address: string | undefined): OutlookAddress | null {
  if ((name ?? '') === '' && (address ?? '') === '') return null;
  return {
    name: name ?? '',
    address: (address ?? '') === '' && name?.includes('@') === true ? name : (address ?? ''),
  };
}

function toRecipients(fields: FieldsData, type: 'to' | 'cc' | 'bcc'): OutlookAddress[] {
  return (fields.recipients ?? [])
    .filter((recipient) => recipient.recipType === type)
    .map((recipient) => toAddress(recipient.name, recipient.smtpAddress ?? recipient.email))
    .filter((address) => address !== null);
}

function toHtml(fields: FieldsData): OutlookHtml | null {
  if (fields.html !== undefined) {
    return { bytes: Buffer.from(fields.html), charset: toCharsetLabel(fields.internetCodepage ?? null) };
  }
  const text = fields.bodyHtml ?? '';
  return text === '' ? null : { bytes: Buffer.from(text, 'utf8'), charset: 'utf-8' };
}

function toAttachment(reader: Reader, fields: FieldsData, texts: Texts): OutlookAttachment {
  if (fields.innerMsgContentFields !== undefined) {
    return {
      is: 'message',
      message: toMessage(reader, fields.innerMsgContentFields, texts),
    };
  }
  const name = fields.fileName ?? fields.fileNameShort ?? fields.name ?? '';
  return {
    is: 'bytes',
    name,
    chunks: () => [Buffer.from(reader.getAttachment(fields).content)],
  };
}
