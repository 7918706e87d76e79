import type { Instant, Runtime } from '@candor/core/base';
import { readAddressList } from './address/address-list.ts';
import type { AddressUse } from './copy.ts';
import type { PartHead } from './field/content-type.ts';
import { decodeEncodedWords } from './field/encoded-word.ts';
import type { FieldName } from './field/field-name.ts';
import { readMessageDate } from './field/message-date.ts';
import { readMessageId } from './field/message-id.ts';
import { CHARSET, readParameterBytes } from './field/parameter-text.ts';
import { readStructuredField } from './field/parameters.ts';
import type { MessageLimit } from './limits.ts';
import { isAttachedMessage } from './mime/attached-message.ts';
import type { OpenMultipart } from './mime/boundary-stack.ts';
import { EntityReader } from './mime/entity-reader.ts';
import { decodeTransfer, PartSink } from './mime/leaf-sinks.ts';
import { RepeatedFields } from './repeated-fields.ts';
import { Scratch } from './scratch.ts';
import { type Charset, decodeRawField, decodeText, toCharset } from './text/charset.ts';
import { normaliseWhiteSpace, trimWhiteSpace } from './text/white-space.ts';
import { AlphabetCount } from './transfer/alphabet-count.ts';
import type { ByteSink } from './transfer/byte-sink.ts';

/** Characters of one name that are shown. */
const NAME_UNITS = 1000;

/** One that never ends is met once: looked for again at each quote in it, it would take the square of its length. */
const QUOTED = /"((?:[^"\\]|\\(?:.|$))*)("|$)/gs;

/** A multipart of a message; two of one type are distinguished by identity. */
export interface ShownMultipart {
  readonly type: string;
  readonly within: ShownMultipart | null;
}

/** One leaf of a message, decoded. Everything but the bytes' length is the sender's word. */
export interface ShownPart {
  /** Lower case, `text/plain` when none is readable. */
  readonly type: string;
  /** Parameters of the Content-Type, by lower-case name, as raw text. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly multipart: ShownMultipart | null;
  readonly inline: boolean;
  /** A multipart whose boundary never occurs: an attachment whose text is shown too. */
  readonly isUndivided: boolean;
  /** Empty when the part has no file name. */
  readonly fileName: string;
  /** Without its brackets; null when there is none. */
  readonly contentId: string | null;
  readonly bytes: Uint8Array;
  readonly isMessage: boolean;
}

/** A message for display. Null and empty mean missing. */
export interface ShownMessage {
  /** White-space runs are one space. */
  readonly subject: string;
  readonly date: Instant | null;
  /** The date as the sender wrote it, zone included. */
  readonly dateText: string;
  readonly messageId: string | null;
  readonly addresses: readonly ShownAddress[];
  /** Fields that programs read differently because they are repeated (see `RepeatedFields`). */
  readonly repeated: readonly FieldName[];
  readonly parts: readonly ShownPart[];
  /** Leaves and addresses beyond the limits. */
  readonly furtherParts: number;
  readonly hasFurtherAddresses: boolean;
  readonly limits: readonly MessageLimit[];
}

/** Maximum leaves shown per message; the rest is counted. */
const SHOWN_PARTS = 1000;
/** Maximum addresses shown per message. */
const SHOWN_ADDRESSES = 5000;
/** Maximum characters of a single-line header text. */
const LINE_UNITS = 4000;

const ADDRESS_FIELDS = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc'] as const;
type AddressField = (typeof ADDRESS_FIELDS)[number];

/**
 * Reads a message for display: names beside addresses, every leaf with its display properties. Splits messages like
 * `createMessageReader`. Content never throws.
 */
export function readShownMessage(runtime: Runtime, bytes: Uint8Array): ShownMessage {
  return new ShownMessageReader(runtime).read(bytes);
}

/** The text of a leaf with its original line endings. */
export function readShownText(runtime: Runtime, { parameters, bytes }: ShownPart): string {
  return decodeText(runtime, toCharset(runtime, readParameterBytes(parameters, CHARSET)), bytes);
}

class ShownMessageReader {
  readonly #runtime: Runtime;
  readonly #limits = new Set<MessageLimit>();
  readonly #repeated = new RepeatedFields();
  readonly #first = new Map<FieldName, string>();
  readonly #addresses: ShownAddress[] = [];
  readonly #parts: ShownPart[] = [];
  #hasFurtherAddresses = false;
  #furtherParts = 0;
  #contentType = '';
  /** The first charset named by a part: raw header fields use it. */
  #charset: string | null = null;
  readonly #addressFields: (readonly [AddressField, string])[] = [];
  #contentId: string | null = null;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  read(bytes: Uint8Array): ShownMessage {
    const entity = new EntityReader(this.#runtime, {
      field: (name, value) => this.#field(name, value),
      partField: (name, value) => {
        this.#repeated.partField(name, value);
        this.#partField(name, value);
      },
      openLeaf: (head, _, multipart) => this.#openLeaf(head, multipart),
      limit: (limit) => this.#limits.add(limit),
    });
    entity.end(bytes);
    for (const [name, value] of this.#addressFields) this.#readAddresses(name, value);
    return {
      subject: this.#line('subject'),
      date: this.#first.has('date') ? readMessageDate(this.#first.get('date') ?? '') : null,
      dateText: this.#line('date'),
      messageId: readMessageId(this.#line('message-id')),
      addresses: this.#addresses,
      repeated: this.#repeated.names,
      parts: this.#parts,
      furtherParts: this.#furtherParts,
      hasFurtherAddresses: this.#hasFurtherAddresses,
      limits: [...this.#limits],
    };
  }

  #line(name: FieldName): string {
    const raw = decodeRawField(this.#runtime, this.#first.get(name) ?? '', toCharset(this.#runtime, this.#charset));
    return normaliseWhiteSpace(decodeEncodedWords(this.#runtime, raw)).slice(0, LINE_UNITS);
  }

  #field(name: FieldName, value: string): void {
    this.#repeated.field(name, value);
    this.#partField(name, value);
    if (isAddressField(name)) this.#addressFields.push([name, value]);
    else if (!this.#first.has(name)) this.#first.set(name, value);
  }

  #readAddresses(name: AddressField, value: string): void {
    readShownAddresses(this.#runtime, name, value, toCharset(this.#runtime, this.#charset), (address) => {
      this.#hasFurtherAddresses = this.#addresses.length >= SHOWN_ADDRESSES;
      if (!this.#hasFurtherAddresses) this.#addresses.push(address);
      return !this.#hasFurtherAddresses;
    });
  }

  #partField(name: FieldName, value: string): void {
    if (name === 'content-type' && this.#contentType === '') this.#contentType = value;
    if (name === 'content-id') this.#contentId ??= readMessageId(value);
  }

  #openLeaf(head: PartHead, multipart: OpenMultipart | null): ByteSink {
    this.#repeated.nextPart();
    this.#charset ??= head.charset;
    const contentId = this.#contentId;
    const contentType = this.#contentType;
    this.#contentId = null;
    this.#contentType = '';
    const keep = (bytes: Uint8Array): void => {
      if (this.#parts.length >= SHOWN_PARTS) {
        this.#furtherParts += 1;
        return;
      }
      this.#parts.push({
        type: head.type,
        parameters: readStructuredField(trimWhiteSpace(contentType)).parameters,
        multipart,
        inline: head.inline,
        isUndivided: head.type.startsWith('multipart/'),
        fileName: head.fileName,
        contentId,
        bytes,
        isMessage: isAttachedMessage(head),
      });
    };
    const decode = (): ByteSink => decodeTransfer(this.#runtime, head, new PartSink(keep), new Scratch());
    if (!head.inline || head.encoding !== 'base64') return decode();
    return new PartSink((bytes) => {
      const count = new AlphabetCount();
      count.end(bytes);
      if (count.isBase64) decode().end(bytes);
      else keep(bytes);
    });
  }
}

function isAddressField(name: FieldName): name is AddressField {
  return (ADDRESS_FIELDS as readonly FieldName[]).includes(name);
}

/** An address with its display name, which is the sender's and may look like an address. */
export interface ShownAddress extends AddressUse {
  /** Empty when there is none. */
  readonly name: string;
}

/** Reads an address field for display: every entry in order. `add` returns whether it wants more. */
function readShownAddresses(
  runtime: Runtime,
  role: AddressUse['role'],
  value: string,
  charset: Charset,
  add: (address: ShownAddress) => boolean,
): void {
  const text = decodeRawField(runtime, value, charset);
  readAddressList(runtime, text, ({ address, unreadable }, start, end) =>
    add({ role, address, unreadable, name: unreadable === null ? readName(runtime, text.slice(start, end)) : '' }),
  );
}

/** The text before the angle bracket, or the comment after a bare address. */
function readName(runtime: Runtime, entry: string): string {
  const angle = entry.lastIndexOf('<');
  const raw = angle === -1 ? readComment(entry) : entry.slice(0, angle);
  const unquoted = raw.replace(QUOTED, (whole, inner: string, end: string) =>
    end === '' ? whole : inner.replace(/\\(.)/gs, '$1'),
  );
  return normaliseWhiteSpace(decodeEncodedWords(runtime, unquoted)).slice(0, NAME_UNITS);
}

function readComment(entry: string): string {
  const open = entry.indexOf('(');
  const close = entry.lastIndexOf(')');
  return open === -1 || close < open ? '' : entry.slice(open + 1, close);
}
