import type { Runtime } from '@candor/core/base';
import { ADDRESSED_ROLES, readWholeMessage, type WholeMessage, type WholePart } from '@candor/core/evidence/message';
import { toKnownForm } from '@candor/core/impact/counterparty';
import type { AttachedMessage } from '@candor/core/impact/findings';
import { LONGEST_TEXT, openAttachment } from './attachment-text.ts';
import { EVERY_ATTACHMENT, type SearchSettings } from './finding-task.ts';
import { isCard } from './format/card-text.ts';
import { type Container, findContainer } from './format/container.ts';
import { toReadText } from './html-text.ts';
import { Passwords } from './locked/passwords.ts';
import { findSaidPasswords } from './locked/said-passwords.ts';
import { type Unread, type UnreadReason, UnreadTally } from './unread.ts';

/** A text of a message that is searched. */
export interface MessageText {
  /**
   * `subject` (names of attachments follow it, a line each), or the part's number as IMAP counts, with `/text` for text
   * out of an attachment.
   */
  readonly part: string;
  /** The attached message that it belongs to, with a dot: `2.`; empty for the message itself. */
  readonly within: string;
  /** Line ends are LF. */
  readonly text: string;
  /** The subject of the message whose body it is; empty for anything else. */
  readonly subject: string;
  /** The message that it belongs to is mail of a list or to many. */
  readonly isBulk: boolean;
}

/** Messages attached to each other. */
const DEPTH = 8;

export interface TextOptions extends Pick<SearchSettings, 'ocr'> {
  /** The one part that is read; null: all. */
  readonly only: string | null;
  /** Parts that ended the process that read them: they are left out and said so. */
  readonly skip: ReadonlySet<string>;
  /** Is told each part before it is read. */
  readonly onPart: (part: string) => void;
}

/**
 * The texts of one message, those of attached messages among them, one at a time: what is written first, then
 * attachments, each by itself. Content never throws.
 */
export class MessageTexts {
  /** UTC seconds, of the message itself; null without a date. */
  sentAt: number | null = null;
  readonly #runtime: Runtime;
  readonly #options: TextOptions;
  readonly #unread = new UnreadTally();
  readonly #attached: OpenAttached[] = [];
  readonly #subjects: MessageText[] = [];
  readonly #written: PlacedPart[] = [];
  readonly #attachments: PlacedPart[] = [];
  readonly #passwords = new Passwords(() => findSaidPasswords(this.#listSaid()));

  constructor(runtime: Runtime, bytes: Uint8Array, options: TextOptions) {
    this.#runtime = runtime;
    this.#options = options;
    this.#open(bytes, '', []);
  }

  async *read(): AsyncGenerator<MessageText> {
    yield* this.#subjects;
    for (const placed of this.#written) {
      if (!this.#begin(placed)) continue;
      const cut = (placed.part.text ?? '').slice(LONGEST_TEXT);
      if (cut !== '') this.#miss(placed, 'too-large', Buffer.byteLength(cut));
      yield toWritten(placed);
    }
    for (const placed of this.#attachments) {
      if (!this.#begin(placed)) continue;
      const { part, number, within, around, isBulk } = placed;
      const label = { name: part.fileName, type: part.type };
      const settings = { ocr: this.#options.ocr, passwords: this.#passwords };
      const { text, unread } = await openAttachment(this.#runtime, part.bytes, label, settings);
      for (const tally of [this.#unread, ...around.map((one) => one.unread)]) tally.addAll(unread);
      if (text !== '') yield { part: `${number}/text`, within, text: toLines(text), subject: '', isBulk };
    }
  }

  /** What was not read; known when all texts were taken. */
  toUnread(): readonly Unread[] {
    return this.#unread.toList();
  }

  /** Every message that is attached, at any depth that is looked into. */
  toAttached(): readonly AttachedMessage[] {
    return this.#attached.map(({ part, addresses, unread }) => ({ part, addresses, unread: unread.toReasons() }));
  }

  #open(message: Uint8Array, within: string, around: readonly OpenAttached[]): void {
    const { subject, addresses, parts, date, bulk: isBulk } = readWholeMessage(this.#runtime, message);
    if (within === '') this.sentAt = date;
    for (const own of around.slice(-1)) own.addresses.push(...listAddressed(addresses));
    const names = parts.map(({ fileName }) => fileName).filter((name) => name !== '');
    this.#subjects.push({
      part: `${within}subject`,
      within,
      text: [subject, ...names].join('\n'),
      subject: '',
      isBulk,
    });
    for (const part of parts) {
      const placed: PlacedPart = { part, number: `${within}${part.number}`, within, around, subject, isBulk };
      if (part.isMessage && around.length >= DEPTH) this.#miss(placed, 'too-deep', part.bytes.length);
      else if (part.isMessage) {
        const inner: OpenAttached = { part: placed.number, addresses: [], unread: new UnreadTally() };
        this.#attached.push(inner);
        this.#open(part.bytes, `${placed.number}.`, [...around, inner]);
      } else if (part.bytes.length > 0) (isWritten(part) ? this.#written : this.#attachments).push(placed);
    }
  }

  /** Where the password of an attachment may stand. Which part is read alone changes nothing of that. */
  *#listSaid(): Generator<MessageText> {
    yield* this.#subjects;
    for (const placed of this.#written) if (!this.#options.skip.has(placed.number)) yield toWritten(placed);
  }

  /** False for a part that is left out. */
  #begin(placed: PlacedPart): boolean {
    const { only, skip, onPart } = this.#options;
    if (only !== null && only !== placed.number) return false;
    const isSkipped = skip.has(placed.number) || (skip.has(EVERY_ATTACHMENT) && !isWritten(placed.part));
    if (isSkipped) this.#miss(placed, 'attachments', placed.part.bytes.length);
    else onPart(placed.number);
    return !isSkipped;
  }

  #miss({ around }: PlacedPart, reason: UnreadReason, bytes: number): void {
    for (const tally of [this.#unread, ...around.map((one) => one.unread)]) tally.add(reason, bytes);
  }
}

interface OpenAttached {
  readonly part: string;
  readonly addresses: string[];
  readonly unread: UnreadTally;
}

interface PlacedPart {
  readonly part: WholePart;
  readonly number: string;
  readonly within: string;
  readonly around: readonly OpenAttached[];
  /** Of the message that it belongs to, as `isBulk` is. */
  readonly subject: string;
  readonly isBulk: boolean;
}

const HEAD_LENGTH = 1024;

/**
 * A text as it stands. Contacts, appointments and RTF have a reader, bytes with zeros are something else, and so are
 * files of a known container that the sender calls text.
 */
function isWritten({ text, fileName, bytes }: WholePart): boolean {
  if (text === null || text.startsWith('{\\rtf') || isCard(text) || text.slice(0, HEAD_LENGTH).includes('\0'))
    return false;
  return fileName === '' || TEXTS.has(findContainer(bytes));
}

const TEXTS: ReadonlySet<Container> = new Set<Container>(['text', 'utf-16le', 'utf-16be', 'unknown']);

function toWritten({ part, number, within, subject, isBulk }: PlacedPart): MessageText {
  const text = toText(part.type, (part.text ?? '').slice(0, LONGEST_TEXT));
  return { part: number, within, text, subject: part.fileName === '' ? subject : '', isBulk };
}

function listAddressed(addresses: WholeMessage['addresses']): readonly string[] {
  const addressed = addresses.filter(({ role, unreadable }) => unreadable === null && ADDRESSED_ROLES.has(role));
  return [...new Set(addressed.map(({ address }) => toKnownForm(address)))];
}

function toLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

function toText(type: string, text: string): string {
  const lines = toLines(text);
  return type === 'text/html' ? toReadText(lines) : lines;
}
