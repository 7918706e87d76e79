import type { Runtime } from '@candor/core/base';
import { toCharsetLabel } from './code-page.ts';
import { assertSound, DamagedItemError, type ItemFolder, readCompoundFile } from './compound-file.ts';
import { readEntryId, readEntryList } from './entry-id.ts';
import { type ItemMarks, readMarks } from './item-marks.ts';
import { ITEM_TABLE_HEAD, ItemProperties, PART_TABLE_HEAD } from './item-properties.ts';
import { type ItemRtf, readItemRtf } from './item-rtf.ts';
import type { OutlookParty } from './outlook-party.ts';

/** What Outlook keeps of a message in a .msg file ([MS-OXMSG]), and shows. All of it is foreign. */
export interface OutlookItem {
  readonly messageClass: string;
  /** Not sent yet: Outlook opens it for editing. */
  readonly isUnsent: boolean;
  /** PidTagTransportMessageHeaders; empty when the file has none. */
  readonly header: string;
  readonly subject: string;
  /** Prefix and normalized subject, which lists show; null when missing. */
  readonly listSubject: string | null;
  /** PidTagConversationTopic; null when missing. */
  readonly topic: string | null;
  /** PidTagClientSubmitTime in seconds; null when missing. */
  readonly sent: number | null;
  /** Sender and represented sender: each different name or address that their properties give. */
  readonly senders: readonly OutlookParty[];
  readonly replyTo: readonly OutlookParty[];
  readonly replyNames: readonly string[];
  readonly hasUnreadReply: boolean;
  readonly recipients: readonly OutlookRecipient[];
  /** PidTagDisplayTo, Cc and Bcc, which lists show. */
  readonly shownTo: readonly string[];
  readonly shownCopies: readonly string[];
  readonly marks: ItemMarks;
  readonly text: string | null;
  readonly html: string | null;
  readonly rtf: ItemRtf | null;
  /** File names of attachments; pictures of a signature too. */
  readonly attachments: readonly string[];
  /** The whole signed entity of a clear-signed mail, which Outlook shows ([MS-OXOSMIME] section 2.1.3.1); else null. */
  readonly signed: Uint8Array | null;
}

export interface OutlookRecipient extends OutlookParty {
  readonly kind: 'to' | 'cc' | 'bcc';
}

const CLASS = 0x001a;
const HEADER = 0x007d;
const SUBJECT = 0x0037;
const [PREFIX, NORMALIZED, TOPIC] = [0x003d, 0x0e1d, 0x0070];
const SUBMITTED = 0x0039;
const FLAGS = 0x0e07;
const UNSENT = 0x8;
const [DISPLAY_BCC, DISPLAY_CC, DISPLAY_TO] = [0x0e02, 0x0e03, 0x0e04];
const [REPLY_ENTRIES, REPLY_NAMES] = [0x004f, 0x0050];
const [BODY, RTF, HTML] = [0x1000, 0x1009, 0x1013];
const INTERNET_CODE_PAGE = 0x3fde;
interface PartyIds {
  readonly names: readonly number[];
  readonly type: number;
  readonly address: number;
  readonly smtp: number;
  readonly entries: readonly number[];
}
const SENDER: PartyIds = { names: [0x0c1a], type: 0x0c1e, address: 0x0c1f, smtp: 0x5d01, entries: [0x0c19] };
const REPRESENTING: PartyIds = { names: [0x0042], type: 0x0064, address: 0x0065, smtp: 0x5d02, entries: [0x0041] };
const RECIPIENT: PartyIds = {
  names: [0x3001, 0x5ff6],
  type: 0x3002,
  address: 0x3003,
  smtp: 0x39fe,
  entries: [0x0fff, 0x5ff7],
};
/** Bytes of a header or a body. A notice has some ten thousand; comparing this many takes half a second. */
const WHOLE = 512 * 1024;
/** Recipients or names in one list. A notice has one. */
const MAX_PARTIES = 2000;
const RECIPIENT_KIND = 0x0c15;
const KINDS: ReadonlyMap<number, OutlookRecipient['kind']> = new Map([
  [1, 'to'],
  [2, 'cc'],
  [3, 'bcc'],
]);
/** Flags beside the kind: already sent to, and resend. */
const KIND_MASK = 0xf;
const [ATTACHMENT_LONG_NAME, ATTACHMENT_NAME, PART_NAME, ATTACHMENT_CONTENT] = [0x3707, 0x3704, 0x3001, 0x3701];
const SIGNED = 'ipm.note.smime.multipartsigned';

/** Reads a .msg file; null for a damaged one, and for one that programs may read in different ways. */
export function readOutlookItem(runtime: Runtime, bytes: Uint8Array): OutlookItem | null {
  try {
    return toItem(runtime, readCompoundFile(bytes));
  } catch (error) {
    if (error instanceof DamagedItemError) return null;
    throw error;
  }
}

function toItem(runtime: Runtime, root: ItemFolder): OutlookItem {
  const item = new ItemProperties(runtime, root, ITEM_TABLE_HEAD, null);
  const messageClass = item.text(CLASS);
  assertSound(messageClass !== null, 'it is no Outlook item');
  const parts = (prefix: string): readonly ItemProperties[] => {
    const folders = [...root.folders].filter(([name]) => name.startsWith(prefix));
    assertSound(folders.length <= MAX_PARTIES, 'it has more recipients than any notice');
    return folders.map(([, folder]) => new ItemProperties(runtime, folder, PART_TABLE_HEAD, item.ansi));
  };
  const replies = readReplies(runtime, item);
  const attachments = parts('__ATTACH_VERSION1.0_');
  const [prefix, normalized] = [item.text(PREFIX), item.text(NORMALIZED)];
  return {
    messageClass,
    isUnsent: ((item.integer(FLAGS) ?? 0) & UNSENT) !== 0,
    header: item.text(HEADER, WHOLE) ?? '',
    subject: item.text(SUBJECT) ?? '',
    listSubject: normalized === null ? null : `${prefix ?? ''}${normalized}`,
    topic: item.text(TOPIC),
    sent: item.time(SUBMITTED),
    senders: [...readParty(runtime, item, SENDER), ...readParty(runtime, item, REPRESENTING)],
    replyTo: replies.filter((party) => party !== null),
    replyNames: toNames(item.text(REPLY_NAMES)),
    hasUnreadReply: replies.includes(null),
    recipients: parts('__RECIP_VERSION1.0_').flatMap((row) => readRecipient(runtime, row)),
    shownTo: toNames(item.text(DISPLAY_TO)),
    shownCopies: [...toNames(item.text(DISPLAY_CC)), ...toNames(item.text(DISPLAY_BCC))],
    marks: readMarks(runtime, item, root),
    text: item.text(BODY, WHOLE),
    html: readHtml(runtime, item),
    rtf: readItemRtf(runtime, item.binary(RTF)),
    attachments: attachments.map(
      (part) => part.text(ATTACHMENT_LONG_NAME) ?? part.text(ATTACHMENT_NAME) ?? part.text(PART_NAME) ?? '.msg',
    ),
    signed: readSigned(messageClass, attachments),
  };
}

/** Such a mail has one attachment: with more, programs disagree on what it is. */
function readSigned(messageClass: string, [only, ...others]: readonly ItemProperties[]): Uint8Array | null {
  if (messageClass.toLowerCase() !== SIGNED || only === undefined || others.length > 0) return null;
  const bytes = only.binary(ATTACHMENT_CONTENT);
  assertSound((bytes?.length ?? 0) <= WHOLE, 'a body is longer than any notice');
  return bytes;
}

/** Each different name and address: programs show one, and answer to another. */
function readParty(runtime: Runtime, of: ItemProperties, ids: PartyIds): readonly OutlookParty[] {
  const type = (of.text(ids.type) ?? '').trim().toUpperCase();
  const entries = ids.entries.flatMap((id) => {
    const bytes = of.binary(id);
    return bytes === null ? [] : [readEntryId(runtime, bytes, of.ansi)].filter((party) => party !== null);
  });
  const names = [...ids.names.map((id) => of.text(id)), ...entries.map(({ name }) => name)];
  const addresses = [of.text(ids.address), of.text(ids.smtp), ...entries.map(({ address }) => address)];
  const smtp = distinct(addresses.map((address) => toSmtp(address ?? '')));
  const shown = distinct(names.map((name) => (name ?? '').trim()));
  if (smtp.length === 0 && shown.length === 0) return [];
  return (smtp.length === 0 ? [''] : smtp).flatMap((address) =>
    (shown.length === 0 ? [''] : shown).map((name) => ({ name, address, type })),
  );
}

function readRecipient(runtime: Runtime, row: ItemProperties): readonly OutlookRecipient[] {
  const kind = KINDS.get((row.integer(RECIPIENT_KIND) ?? 0) & KIND_MASK) ?? 'to';
  return readParty(runtime, row, RECIPIENT).map((party) => ({ ...party, kind }));
}

/** Null stands for an entry that cannot be read. */
function readReplies(runtime: Runtime, item: ItemProperties): readonly (OutlookParty | null)[] {
  const bytes = item.binary(REPLY_ENTRIES);
  if (bytes === null) return [];
  const entries = readEntryList(bytes);
  if (entries === null) return [null];
  return entries.map((entry) => {
    const party = readEntryId(runtime, entry, item.ansi);
    return party === null ? null : { ...party, address: toSmtp(party.address) };
  });
}

/** An SMTP address in lower case; empty for a name of an address book. */
function toSmtp(address: string): string {
  const written = address.trim().replace(/^smtp:/i, '');
  return written.includes('@') ? written.toLowerCase() : '';
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** `name; name`, as lists show them. */
function toNames(text: string | null): readonly string[] {
  const names = (text ?? '').split(';');
  assertSound(names.length <= MAX_PARTIES, 'it has more recipients than any notice');
  return distinct(names.map((name) => name.trim()));
}

function readHtml(runtime: Runtime, item: ItemProperties): string | null {
  const text = item.text(HTML, WHOLE);
  const bytes = item.binary(HTML);
  assertSound(text === null || bytes === null, 'a text stands twice');
  if (bytes === null) return text;
  assertSound(bytes.length <= WHOLE, 'a body is longer than any notice');
  const page = item.integer(INTERNET_CODE_PAGE);
  const label = page === null ? (runtime.isUtf8(bytes) ? 'utf-8' : 'windows-1252') : (toCharsetLabel(page) ?? '');
  const encoding = runtime.toEncoding(label);
  assertSound(encoding !== null, 'a text has an unknown code page');
  return runtime
    .openDecoder(encoding)
    .decode(bytes)
    .replace(/(?<!\0)\0+$/, '');
}
