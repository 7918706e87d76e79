import type { Runtime } from '@candor/core/base';
import { readAddressList } from './address/address-list.ts';
import type { AddressRole, AddressUse, AttachedCopy, MessageReading } from './copy.ts';
import type { PartHead } from './field/content-type.ts';
import { toFingerprint } from './fingerprint.ts';
import { HeaderReading } from './header-reading.ts';
import {
  ATTACHED_DEPTH,
  ATTACHED_PER_MESSAGE,
  ATTACHMENT_NAMES,
  type MessageLimit,
  SEARCHABLE_TEXT_BYTES,
} from './limits.ts';
import { AttachedSink, isAttachedMessage, MessageByContentSink, mayHoldMessage } from './mime/attached-message.ts';
import { CalendarSink, isCalendar } from './mime/calendar-sink.ts';
import { EntityReader } from './mime/entity-reader.ts';
import { DigestSink, decodeTransfer, TeeSink } from './mime/leaf-sinks.ts';
import { Scratch } from './scratch.ts';
import type { SearchableText } from './searchable-text.ts';
import { mayNameAddresses } from './text/calendar.ts';
import { decodeText, toCharset } from './text/charset.ts';
import { TextDigest } from './text/text-digest.ts';
import { TextPart } from './text/text-part.ts';
import { AlphabetCount } from './transfer/alphabet-count.ts';
import { type ByteSink, NO_BYTES } from './transfer/byte-sink.ts';

export interface MessageReaderOptions {
  /** Phase 2: also give what searches and rules look at. */
  readonly keepText: boolean;
}

export interface MessageResult {
  readonly reading: MessageReading;
  /** Null unless `keepText`. */
  readonly searchable: SearchableText | null;
  /** What the message went beyond, distinct, in the order met; nearly always empty. */
  readonly limits: readonly MessageLimit[];
}

/**
 * Reads one message after the other. Push the bytes of a message in any pieces, then `end`; every piece is borrowed
 * until the call returns. A message that is only ended, in one piece, is read fastest. Content never throws.
 */
export interface MessageReader {
  write(bytes: Uint8Array): void;
  end(bytes?: Uint8Array): MessageResult;
}

export function createMessageReader(runtime: Runtime, options: MessageReaderOptions): MessageReader {
  return new OneMessageReader(runtime, options.keepText, 0);
}

class OneMessageReader implements MessageReader {
  readonly #runtime: Runtime;
  readonly #keepText: boolean;
  /** In how many messages this one lies. */
  readonly #depth: number;
  readonly #entity: EntityReader;
  readonly #textScratch = new Scratch();
  readonly #decodeScratch = new Scratch();
  #plain: TextDigest;
  #html: TextDigest;
  #plainParts = 0;
  #htmlParts = 0;
  #attachments: string[] = [];
  #attachmentNames: string[] = [];
  #attached: AttachedCopy[] = [];
  #attachmentTexts: string[] = [];
  #attachmentTextUnits = 0;
  #limits = new Set<MessageLimit>();
  /**
   * Text of multiparts whose boundary never occurs, and of parts that are only labelled base64: a search finds it, the
   * fingerprint is without it.
   */
  #loose: TextDigest[] = [];
  /** The first that a part of the message names. */
  #charset: string | null = null;
  #header: HeaderReading;

  constructor(runtime: Runtime, keepText: boolean, depth: number) {
    this.#runtime = runtime;
    this.#keepText = keepText;
    this.#depth = depth;
    this.#plain = new TextDigest(runtime, keepText);
    this.#html = new TextDigest(runtime, keepText);
    this.#header = this.#newHeader();
    this.#entity = new EntityReader(runtime, {
      field: (name, value) => this.#header.field(name, value),
      openLeaf: (head) => this.#openLeaf(head),
      limit: (limit) => this.#limits.add(limit),
    });
  }

  write(bytes: Uint8Array): void {
    this.#entity.write(bytes);
  }

  end(bytes: Uint8Array = NO_BYTES): MessageResult {
    this.#entity.end(bytes);
    const text = this.#plainParts > 0 ? this.#plain : this.#html;
    const result = this.#assemble(text);
    this.#reset();
    return result;
  }

  #assemble(text: TextDigest): MessageResult {
    const header = this.#header;
    const fingerprint = toFingerprint(this.#runtime, {
      date: header.date,
      from: this.#addressesOf('from'),
      to: this.#addressesOf('to'),
      cc: this.#addressesOf('cc'),
      subject: header.subject,
      text: text.digest(),
      attachments: this.#attachments,
    });
    const searchable = this.#keepText ? this.#toSearchable(text) : null;
    const reading: MessageReading = {
      messageId: header.messageId,
      names: header.names,
      date: header.date,
      received: header.received,
      lastReceived: header.lastReceived,
      fingerprint,
      bulk: header.bulk,
      parents: header.parents,
      answers: header.answers,
      attached: this.#attached,
      addresses: header.addresses,
      labels: header.labels,
    };
    return { reading, searchable, limits: [...this.#limits] };
  }

  #toSearchable(text: TextDigest): SearchableText {
    const loose = this.#loose.map((digest) => {
      digest.digest();
      return digest.text();
    });
    const kept = [text.text(), ...loose].filter((part) => part !== '').join(' ');
    if (text.truncated) this.#limits.add('text-too-long-to-search');
    return {
      ...this.#header.toShown(this.#charset),
      text: kept,
      fromAddresses: this.#addressesOf('from'),
      toAndCcAddresses: [...this.#addressesOf('to'), ...this.#addressesOf('cc')],
      attachmentNames: this.#attachmentNames,
      attachmentTexts: this.#attachmentTexts,
    };
  }

  #addressesOf(role: AddressRole): string[] {
    const found: string[] = [];
    const addresses = this.#header.addresses;
    for (let at = 0; at < addresses.length; at += 1) {
      const use = addresses[at] as AddressUse;
      if (use.role === role && use.unreadable === null) found.push(use.address.toLowerCase());
    }
    return found;
  }

  #openLeaf(head: PartHead): ByteSink | null {
    this.#charset ??= head.charset;
    if (head.inline) return this.#openText(head);
    if (this.#keepText && head.fileName !== '' && this.#attachmentNames.length < ATTACHMENT_NAMES) {
      this.#attachmentNames.push(head.fileName);
    }
    let sink: ByteSink = new DigestSink(this.#runtime, (digest) => this.#attachments.push(digest));
    if (this.#keepText && head.type.startsWith('multipart/')) sink = new TeeSink(sink, this.#openLoose(null));
    if (this.#keepText && head.type.startsWith('text/')) {
      const text = this.#openAttachedText(head.charset);
      if (text !== null) sink = new TeeSink(sink, text);
    }
    const attached = this.#openAttached(head);
    if (attached !== null) sink = new TeeSink(sink, attached);
    if (this.#depth === 0 && isCalendar(head)) sink = new TeeSink(sink, this.#openCalendar(head));
    return decodeTransfer(this.#runtime, head, sink, this.#decodeScratch);
  }

  /** Reads an attached message as a message of its own; null where there is none, or it lies too deep. */
  #openAttached(head: PartHead): ByteSink | null {
    const isMessage = isAttachedMessage(head);
    if (!isMessage && !mayHoldMessage(head)) return null;
    if (this.#depth >= ATTACHED_DEPTH) {
      if (isMessage) this.#limits.add('attached-too-deep');
      return null;
    }
    const open = (): ByteSink => {
      const reader = new OneMessageReader(this.#runtime, false, this.#depth + 1);
      return new AttachedSink({
        write: (bytes) => reader.write(bytes),
        end: (bytes) => {
          const result = reader.end(bytes);
          if (isMessage || result.reading.messageId !== null) this.#addAttached(result);
        },
      });
    };
    return isMessage ? open() : new MessageByContentSink(open);
  }

  #addAttached({ reading, limits }: MessageResult): void {
    for (const limit of limits) this.#limits.add(limit);
    this.#header.addAddresses(
      reading.addresses.map(({ address, unreadable }) => ({ role: 'attached', address, unreadable })),
    );
    for (const one of [{ fingerprint: reading.fingerprint, names: reading.names }, ...reading.attached]) {
      if (this.#attached.length >= ATTACHED_PER_MESSAGE) {
        this.#limits.add('too-many-attached');
        return;
      }
      this.#attached.push(one);
    }
  }

  #openCalendar(head: PartHead): ByteSink {
    const charset = toCharset(this.#runtime, head.charset);
    return new CalendarSink(
      (bytes) => (charset.kind === 'other' || mayNameAddresses(bytes) ? decodeText(this.#runtime, charset, bytes) : ''),
      ({ role, address }) =>
        readAddressList(this.#runtime, address, (entry) => {
          this.#header.addAddresses([{ role, address: entry.address, unreadable: entry.unreadable }]);
          return true;
        }),
      (limit) => this.#limits.add(limit),
    );
  }

  /** Null when the attachments before it have filled what is kept. */
  #openAttachedText(charset: string | null): ByteSink | null {
    if (this.#attachmentTextUnits >= SEARCHABLE_TEXT_BYTES) {
      this.#limits.add('text-too-long-to-search');
      return null;
    }
    const digest = new TextDigest(this.#runtime, true);
    return new TextPart(this.#runtime, toCharset(this.#runtime, charset), digest, new Scratch(), (right) => {
      const text = right.text();
      if (right.truncated) this.#limits.add('text-too-long-to-search');
      this.#attachmentTexts.push(text);
      this.#attachmentTextUnits += text.length;
    });
  }

  /** `isWanted` is asked when all of the text is there. */
  #openLoose(charset: string | null, isWanted: () => boolean = () => true): ByteSink {
    const digest = new TextDigest(this.#runtime, true);
    return new TextPart(this.#runtime, toCharset(this.#runtime, charset), digest, new Scratch(), (right) => {
      if (isWanted()) this.#loose.push(right);
    });
  }

  /** Inline html counts only while there is no inline plain text; what was read of it before is then left aside. */
  #openText(head: PartHead): ByteSink | null {
    const plain = head.type === 'text/plain';
    if (plain) this.#plainParts += 1;
    else if (this.#plainParts > 0) return null;
    else this.#htmlParts += 1;
    const digest = plain ? this.#plain : this.#html;
    if ((plain ? this.#plainParts : this.#htmlParts) > 1) digest.separate();
    const settle = (right: TextDigest): void => {
      if (plain) this.#plain = right;
      else this.#html = right;
    };
    const part = new TextPart(this.#runtime, toCharset(this.#runtime, head.charset), digest, this.#textScratch, settle);
    const decoded = decodeTransfer(this.#runtime, head, part, this.#decodeScratch);
    if (!this.#keepText || head.encoding !== 'base64') return decoded;
    const count = new AlphabetCount();
    const asItIs = this.#openLoose(head.charset, () => !count.isBase64);
    return new TeeSink(new TeeSink(count, asItIs), decoded);
  }

  #newHeader(): HeaderReading {
    return new HeaderReading(this.#runtime, this.#keepText, (limit) => this.#limits.add(limit));
  }

  #reset(): void {
    this.#entity.reset();
    this.#header = this.#newHeader();
    this.#plain.reset();
    this.#html.reset();
    this.#plainParts = 0;
    this.#htmlParts = 0;
    this.#attachments = [];
    this.#attachmentNames = [];
    this.#attached = [];
    this.#attachmentTexts = [];
    this.#attachmentTextUnits = 0;
    this.#charset = null;
    this.#loose = [];
    this.#limits = new Set();
  }
}
