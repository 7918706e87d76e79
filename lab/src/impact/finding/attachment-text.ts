import type { Runtime } from '@candor/core/base';
import { readWholeMessage } from '@candor/core/evidence/message';
import { type ItemFolder, readCompoundFile } from '@candor/core/evidence/outlook';
import { gunzip, readMsgAsMail, readRtf } from '../../evidence/reader/index.ts';
import { openZip, type UnpackRoom as Room, UnpackRoom, unpackTar, unpackZip } from './archive-members.ts';
import { isCard, toCardText } from './format/card-text.ts';
import { type Container, findContainer } from './format/container.ts';
import { readPages } from './format/pdf-pages.ts';
import { decodeText, isUnreadArchive } from './format/plain-text.ts';
import { readSheet97 } from './format/sheet-97.ts';
import { readSlides97 } from './format/slides-97.ts';
import { readTnef } from './format/tnef.ts';
import { readWord97 } from './format/word-97.ts';
import { toReadText } from './html-text.ts';
import { LockedFile } from './locked/locked-file.ts';
import { LockedMembers } from './locked/locked-members.ts';
import { openOffice } from './locked/locked-office.ts';
import { openPdf } from './locked/locked-pdf.ts';
import type { Passwords } from './locked/passwords.ts';
import { isOfficeMember, type OfficeMember, readOfficeText } from './office-text.ts';
import { LEAST_PICTURE_BYTES, readPicture } from './picture-text.ts';
import { type Unread, UnreadTally } from './unread.ts';

/** What an attachment is called and labelled; both are the sender's. */
export interface AttachmentLabel {
  readonly name: string;
  /** Lower case; empty where nothing says it. */
  readonly type: string;
}

export interface AttachmentSettings {
  /** Pictures are read too. */
  readonly ocr: boolean;
  /** Tried on what is locked. */
  readonly passwords: Passwords;
}

export interface AttachmentText {
  readonly text: string;
  readonly unread: readonly Unread[];
}

const PACKED_BYTES = 64 * 1024 * 1024;
const PAGES = 10_000;
/** Characters of text of one attachment. */
export const LONGEST_TEXT = 16 * 1024 * 1024;
/** Archives and messages in each other. A document is none. */
const DEPTH = 2;

const HTML_NAME = /\.html?$/i;
const HTML_HEAD = /^\s*<(?:!doctype html|html)\b/i;
const MAIL_NAME = /\.eml$/i;
const PICTURE_NAME = /\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf)$/i;
/** Files that an office file carries along, as a mail carries its attachments. */
const EMBEDDED = /\/embeddings\/[^/]+$/;

/**
 * The text of an attachment that is no text itself, or one in an archive. Content never throws; what was not read is
 * counted.
 */
export async function openAttachment(
  runtime: Runtime,
  bytes: Uint8Array,
  label: AttachmentLabel,
  settings: AttachmentSettings,
): Promise<AttachmentText> {
  const reading = new AttachmentReading(runtime, settings);
  await reading.read(bytes, label, 0);
  return reading.end();
}

type ReadContainer = (bytes: Uint8Array, label: AttachmentLabel, depth: number) => Promise<void> | void;

class AttachmentReading {
  readonly #runtime: Runtime;
  readonly #settings: AttachmentSettings;
  readonly #unread = new UnreadTally();
  readonly #room: Room = new UnpackRoom();
  readonly #texts: string[] = [];
  #left = LONGEST_TEXT;
  /** Small pictures are neither read nor counted. */
  #isPassedOver = false;
  readonly #readers: Readonly<Record<Container, ReadContainer>> = {
    pdf: (bytes) => this.#readPdf(bytes),
    zip: (bytes, _, depth) => this.#readZip(bytes, depth),
    rtf: (bytes) => this.#addRtf(bytes),
    compound: (bytes, _, depth) => this.#readCompound(bytes, depth),
    tnef: (bytes, _, depth) => this.#readTnef(bytes, depth),
    gzip: (bytes, label, depth) => this.#readGzip(bytes, label, depth),
    tar: (bytes, _, depth) => this.#readMembers(unpackTar(bytes, this.#room, this.#unread), bytes.length, depth),
    picture: (bytes) => this.#readPicture(bytes),
    text: (bytes, label, depth) => this.#readText(bytes, label, depth),
    'utf-16le': (bytes, label) => this.#addText(new TextDecoder('utf-16le').decode(bytes), label),
    'utf-16be': (bytes, label) => this.#addText(new TextDecoder('utf-16be').decode(bytes), label),
    other: (bytes) => this.#unread.add('no-reader', bytes.length),
    unknown: (bytes) => this.#unread.add('no-reader', bytes.length),
  };

  constructor(runtime: Runtime, settings: AttachmentSettings) {
    this.#runtime = runtime;
    this.#settings = settings;
  }

  end(): AttachmentText {
    return { text: this.#texts.join('\n'), unread: this.#unread.toList() };
  }

  async read(bytes: Uint8Array, label: AttachmentLabel, depth: number): Promise<void> {
    if (bytes.length === 0) return;
    if (bytes.length > PACKED_BYTES) return this.#unread.add('too-large', bytes.length);
    await this.#attempt(bytes.length, async () => {
      const container = isPictureType(label.type) ? 'picture' : findContainer(bytes);
      await this.#readers[container](bytes, label, depth);
      if (depth === 0 && this.#texts.length === 0 && !this.#isPassedOver && isOpened(container, label))
        this.#unread.addFirst('no-text', bytes.length);
    });
  }

  /** What fails costs only itself. */
  async #attempt(bytes: number, read: () => Promise<void> | void): Promise<void> {
    try {
      await read();
    } catch (cause) {
      this.#unread.add(cause instanceof LockedFile ? 'encrypted' : 'damaged', bytes);
    }
  }

  #readText(bytes: Uint8Array, label: AttachmentLabel, depth: number): Promise<void> | void {
    if (isUnreadArchive(bytes, label.name)) return this.#unread.add('no-reader', bytes.length);
    if (MAIL_NAME.test(label.name)) return this.#readMail(bytes, depth);
    this.#addText(decodeText(bytes), label);
  }

  #addText(text: string, { name, type }: AttachmentLabel): void {
    if (isCard(text)) this.#add(toCardText(text, toReadText));
    else if (type === 'text/html' || HTML_NAME.test(name) || HTML_HEAD.test(text.slice(0, 500))) this.#addHtml(text);
    else this.#add(text);
  }

  #addHtml(html: string): void {
    const kept = html.slice(0, LONGEST_TEXT);
    if (kept.length < html.length) this.#unread.add('too-large', Buffer.byteLength(html) - Buffer.byteLength(kept));
    const text = toReadText(kept);
    // Mark-up that is damaged or hides everything.
    if (text.trim() === '' && kept.trim() !== '') this.#unread.add('no-text', Buffer.byteLength(kept));
    else this.#add(text);
  }

  #addRtf(bytes: Uint8Array): void {
    const { text, isHtml } = readRtf(Buffer.from(bytes).toString('latin1'));
    if (isHtml) this.#addHtml(text);
    else this.#add(text);
  }

  /** What is too much is counted in bytes. */
  #add(text: string): void {
    if (text === '') return;
    const kept = text.slice(0, this.#left);
    if (kept !== '') this.#texts.push(kept);
    this.#left -= kept.length;
    if (kept.length < text.length) this.#unread.add('too-large', Buffer.byteLength(text) - Buffer.byteLength(kept));
  }

  async #readPicture(bytes: Uint8Array): Promise<void> {
    if (!this.#settings.ocr) {
      if (bytes.length >= LEAST_PICTURE_BYTES) this.#unread.add('picture', bytes.length);
      else this.#isPassedOver = true;
      return;
    }
    const { text, unclear, failed } = await readPicture(bytes);
    this.#add(text);
    if (unclear > 0) this.#unread.add('unclear', 0, unclear);
    if (failed !== null) this.#unread.add(failed, bytes.length);
  }

  async #readPdf(bytes: Uint8Array): Promise<void> {
    const pdf = await openPdf(bytes, this.#settings.passwords);
    try {
      if (pdf.numPages > PAGES) return this.#unread.add('too-large', bytes.length);
      const { text, damagedPages } = await readPages(pdf);
      if (damagedPages > 0) this.#unread.add('damaged', 0, damagedPages);
      if (text.trim() !== '') this.#add(text);
      else if (damagedPages === 0) this.#unread.add('no-text', bytes.length);
    } finally {
      await pdf.loadingTask.destroy();
    }
  }

  async #readZip(bytes: Uint8Array, depth: number): Promise<void> {
    const { zip, entries } = await openZip(bytes, this.#unread);
    try {
      const isOffice = entries.some(({ fileName }) => isOfficeMember(fileName));
      if (!isOffice && depth >= DEPTH) return this.#unread.add('too-deep', bytes.length);
      const locked = new LockedMembers(bytes, this.#settings.passwords);
      const unpack = (wanted: typeof entries) => unpackZip({ zip, locked }, wanted, this.#room, this.#unread);
      if (!isOffice) return await this.#readMembers(unpack(entries), bytes.length, depth);
      const parts: OfficeMember[] = [];
      for await (const part of unpack(entries.filter(({ fileName }) => isOfficeMember(fileName)))) parts.push(part);
      const { text, damaged } = readOfficeText(parts);
      this.#add(text);
      for (const size of damaged) this.#unread.add('damaged', size);
      const carried = entries.filter(({ fileName }) => this.#isCarried(fileName));
      if (carried.length > 0) await this.#readMembers(unpack(carried), bytes.length, depth);
      for (const { fileName, uncompressedSize } of entries)
        if (!this.#settings.ocr && PICTURE_NAME.test(fileName) && uncompressedSize >= LEAST_PICTURE_BYTES)
          this.#unread.add('picture', uncompressedSize);
    } finally {
      zip.close();
    }
  }

  #isCarried(name: string): boolean {
    return EMBEDDED.test(name) || (this.#settings.ocr && PICTURE_NAME.test(name));
  }

  async #readMembers(
    members: AsyncIterable<{ readonly name: string; readonly content: Uint8Array }>,
    packedBytes: number,
    depth: number,
  ): Promise<void> {
    if (depth > DEPTH) return this.#unread.add('too-deep', packedBytes);
    for await (const { name, content } of members) await this.read(content, { name, type: '' }, depth + 1);
  }

  async #readGzip(bytes: Uint8Array, label: AttachmentLabel, depth: number): Promise<void> {
    if (depth >= DEPTH) return this.#unread.add('too-deep', bytes.length);
    const { chunks, isWhole } = gunzip([Buffer.from(bytes)]);
    const keep = async function* () {
      try {
        for await (const chunk of chunks) yield chunk;
      } catch {
        // What came out before the damage is read.
      }
    };
    const content = await this.#room.gather(keep());
    if (content === null) return this.#unread.add('too-large', bytes.length);
    if (!isWhole()) this.#unread.add('damaged', bytes.length);
    await this.read(content, { name: label.name.replace(/\.gz$/i, ''), type: '' }, depth + 1);
  }

  async #readCompound(bytes: Uint8Array, depth: number): Promise<void> {
    const file = readCompoundFile(bytes);
    const has = (...names: readonly string[]): boolean => names.some((name) => file.streams.has(name));
    if (has('ENCRYPTEDPACKAGE')) return this.#readZip(await openOffice(file, this.#settings.passwords), depth);
    if (has('__PROPERTIES_VERSION1.0')) return this.#readMsg(bytes, depth);
    const readers: readonly (readonly [boolean, (file: ItemFolder, onDamage: () => void) => string])[] = [
      [has('WORDDOCUMENT'), readWord97],
      [has('WORKBOOK', 'BOOK'), readSheet97],
      [has('POWERPOINT DOCUMENT'), readSlides97],
    ];
    const read = readers.find(([isIt]) => isIt)?.[1];
    if (read === undefined) return this.#unread.add('no-reader', bytes.length);
    let isDamaged = false;
    const text = read(file, () => {
      isDamaged = true;
    });
    this.#add(text);
    if (isDamaged) this.#unread.add('damaged', bytes.length);
  }

  async #readMsg(bytes: Uint8Array, depth: number): Promise<void> {
    const mail = readMsgAsMail(Buffer.from(bytes));
    if (mail === null) return this.#unread.add('no-reader', bytes.length);
    await this.#readMail(mail, depth);
  }

  async #readMail(bytes: Uint8Array, depth: number): Promise<void> {
    if (depth >= DEPTH) return this.#unread.add('too-deep', bytes.length);
    const { subject, parts } = readWholeMessage(this.#runtime, bytes);
    this.#add([subject, ...parts.map(({ fileName }) => fileName)].filter((name) => name !== '').join('\n'));
    for (const { type, fileName: name, text, bytes: content, isMessage } of parts)
      await this.#attempt(content.length, () => {
        if (isMessage) return this.#readMail(content, depth + 1);
        if (text !== null && !text.slice(0, 1024).includes('\0')) return this.#addText(text, { name, type });
        return this.read(content, { name, type }, depth + 1);
      });
  }

  async #readTnef(bytes: Uint8Array, depth: number): Promise<void> {
    if (depth > DEPTH) return this.#unread.add('too-deep', bytes.length);
    const { parts, isDamaged } = readTnef(Buffer.from(bytes));
    if (isDamaged) this.#unread.add('damaged', bytes.length);
    for (const { is, name, bytes: content } of parts)
      await this.#attempt(content.length, () => {
        if (is === 'text') return this.#add(decodeText(content));
        if (is === 'html') return this.#addHtml(decodeText(content));
        return this.read(content, { name, type: '' }, depth + 1);
      });
  }
}

/** What a reader has to open: without text and without a reason it may hold what the reader did not see. */
function isOpened(container: Container, { name }: AttachmentLabel): boolean {
  return !['text', 'utf-16le', 'utf-16be', 'picture'].includes(container) || MAIL_NAME.test(name);
}

/** Drawings in XML are text. */
function isPictureType(type: string): boolean {
  return type.startsWith('image/') && !type.includes('xml');
}
