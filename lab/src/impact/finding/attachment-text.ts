import { fromBufferPromise, type ZipFile } from 'yauzl';
import { readRtf } from '../../evidence/reader/index.ts';
import { isOfficeMember, readOfficeText } from './office-text.ts';

/** Why nothing, or not everything, of a part was searched. */
export type UnreadReason =
  | 'no-reader'
  | 'too-large'
  | 'too-deep'
  | 'encrypted'
  | 'damaged'
  | 'no-text'
  /** A picture, while pictures are not read. */
  | 'picture'
  /** More findings than are kept of one message. */
  | 'cut'
  /** Attachments were left out, because reading one of them ended the process. */
  | 'attachments';

export interface AttachmentText {
  readonly text: string;
  readonly unread: readonly UnreadReason[];
}

const PACKED_BYTES = 32 * 1024 * 1024;
/** Bytes of one member, and of all members of an archive. */
const MEMBER_BYTES = 32 * 1024 * 1024;
const UNPACKED_BYTES = 96 * 1024 * 1024;
const MEMBERS = 2_000;
const PAGES = 2_000;
/** Characters of text of one attachment. */
export const LONGEST_TEXT = 16 * 1024 * 1024;
/** Archives in archives: the inner one is not opened. */
const ARCHIVE_DEPTH = 1;

const PDF = '%PDF-';
const ZIP = 'PK\u0003\u0004';
const COMPOUND = '\u00d0\u00cf\u0011\u00e0';
const TEXT_NAME =
  /\.(?:txt|csv|tsv|log|ini|conf|cfg|json|xml|ya?ml|md|sql|ps1|sh|bat|cmd|py|js|ts|env|properties|reg|vcf|ldif|eml|html?)$/i;
const OFFICE_NAME = /\.(?:docx|docm|xlsx|xlsm|pptx|pptm)$/i;

/**
 * The text of an attachment that is no text itself: PDF, Office Open XML, OpenDocument, and archives of these and of
 * texts.
 */
export async function readAttachmentText(bytes: Uint8Array, fileName: string): Promise<AttachmentText> {
  return readAt(bytes, fileName, 0);
}

async function readAt(bytes: Uint8Array, fileName: string, depth: number): Promise<AttachmentText> {
  if (bytes.length > PACKED_BYTES) return { text: '', unread: ['too-large'] };
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes(PDF)) return readPdf(bytes);
  if (head.startsWith(ZIP)) return depth > ARCHIVE_DEPTH ? { text: '', unread: ['too-deep'] } : readZip(bytes, depth);
  if (head.startsWith('{\\rtf')) return { text: readRtf(Buffer.from(bytes).toString('latin1')).text, unread: [] };
  // A protected office file is a compound file with its package inside.
  if (head.startsWith(COMPOUND)) return { text: '', unread: [OFFICE_NAME.test(fileName) ? 'encrypted' : 'no-reader'] };
  if (TEXT_NAME.test(fileName) && !head.includes('\u0000')) return { text: decode(bytes), unread: [] };
  return { text: '', unread: ['no-reader'] };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function readPdf(bytes: Uint8Array): Promise<AttachmentText> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      if (pdf.numPages > PAGES) return { text: '', unread: ['too-large'] };
      const { text } = await extractText(pdf, { mergePages: false });
      const whole = text.join('\n');
      if (whole.length > LONGEST_TEXT) return { text: whole.slice(0, LONGEST_TEXT), unread: ['too-large'] };
      return { text: whole, unread: whole.trim() === '' ? ['no-text'] : [] };
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    return { text: '', unread: [isLocked ? 'encrypted' : 'damaged'] };
  }
}

async function readZip(bytes: Uint8Array, depth: number): Promise<AttachmentText> {
  const texts: string[] = [];
  const unread = new Set<UnreadReason>();
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes), {
      decodeStrings: true,
      lazyEntries: true,
      validateEntrySizes: true,
    });
  } catch {
    return { text: '', unread: ['damaged'] };
  }
  try {
    const members = await unpack(zip, unread);
    const isOffice = members.some(({ name }) => isOfficeMember(name));
    if (isOffice) {
      const parts = members.filter(({ name }) => isOfficeMember(name));
      texts.push(readOfficeText(parts.map(({ name, content }) => ({ name, xml: () => decode(content) }))));
    } else
      for (const { name, content } of members) {
        const inner = await readAt(content, name, depth + 1);
        texts.push(inner.text);
        for (const reason of inner.unread) unread.add(reason);
      }
  } catch {
    unread.add('damaged');
  } finally {
    zip.close();
  }
  const text = texts.filter((each) => each !== '').join('\n');
  if (text.length > LONGEST_TEXT) return { text: text.slice(0, LONGEST_TEXT), unread: [...unread, 'too-large'] };
  return { text, unread: [...unread] };
}

interface Member {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Members within the limits; what lies beyond them is said. */
async function unpack(zip: ZipFile, unread: Set<UnreadReason>): Promise<Member[]> {
  const members: Member[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (name.endsWith('/')) continue;
    if (entry.isEncrypted()) unread.add('encrypted');
    else if (members.length >= MEMBERS || entry.uncompressedSize > MEMBER_BYTES) unread.add('too-large');
    else {
      const pieces: Buffer[] = [];
      let size = 0;
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        size += piece.length;
        total += piece.length;
        if (size > MEMBER_BYTES || total > UNPACKED_BYTES) break;
        pieces.push(piece);
      }
      if (size > MEMBER_BYTES || total > UNPACKED_BYTES) unread.add('too-large');
      else members.push({ name, content: Buffer.concat(pieces) });
      if (total > UNPACKED_BYTES) break;
    }
  }
  return members;
}
