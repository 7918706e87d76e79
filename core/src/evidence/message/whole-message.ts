import { type Instant, joinBytes, type Runtime } from '@candor/core/base';
import type { AddressUse } from './copy.ts';
import type { PartHead } from './field/content-type.ts';
import type { FieldName } from './field/field-name.ts';
import { HeaderReading } from './header-reading.ts';
import type { MessageLimit } from './limits.ts';
import { isAttachedMessage } from './mime/attached-message.ts';
import { EntityReader } from './mime/entity-reader.ts';
import { decodeTransfer } from './mime/leaf-sinks.ts';
import { decodeText, toCharset } from './text/charset.ts';
import type { ByteSink } from './transfer/byte-sink.ts';
import { TransferScratch } from './transfer/transfer-scratch.ts';

/** One leaf of a message, decoded. Type, name and content are the sender's. */
export interface WholePart {
  /** Lower case, `text/plain` when none is readable. */
  readonly type: string;
  /** Type of the multipart that it stands in; null when the message has no other part. */
  readonly within: string | null;
  /** Plain text or html that is shown with the message. */
  readonly inline: boolean;
  /** Empty when the part has no file name. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Of `text/*`: the characters, line ends as they were. Else null. */
  readonly text: string | null;
  readonly isMessage: boolean;
}

/** A message with everything that a reader of it could see. Null and empty stand for what it does not have. */
export interface WholeMessage {
  /** White-space runs are one space. */
  readonly subject: string;
  readonly date: Instant | null;
  readonly addresses: readonly AddressUse[];
  /** `From` as it is written, names included. */
  readonly from: string;
  /** Of a mailing list: it has `List-Id` or `List-Post`, or says that it is mass mail. */
  readonly bulk: boolean;
  /** Fields that may stand once and stand more often, in the header or in that of any part, also with a doubled parameter; programs disagree about which of them counts. */
  readonly repeated: readonly FieldName[];
  readonly parts: readonly WholePart[];
  readonly limits: readonly MessageLimit[];
}

const ONCE: ReadonlySet<FieldName> = new Set<FieldName>([
  'from',
  'sender',
  'reply-to',
  'to',
  'date',
  'subject',
  'message-id',
]);
const CONTENT_ONCE: ReadonlySet<FieldName> = new Set<FieldName>([
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
]);
const QUOTED = /"(?:[^"\\]|\\.)*"/g;
const PARAMETER = /;\s*([a-z-]+)\s*\*?\s*=/gi;

/**
 * Reads a message whole, into memory: for few and small messages whose every part is looked at. Mailboxes are read by `createMessageReader`;
 * both take messages apart in the same way. Content never throws.
 */
export function readWholeMessage(runtime: Runtime, bytes: Uint8Array): WholeMessage {
  const limits = new Set<MessageLimit>();
  const addLimit = (limit: MessageLimit): void => {
    limits.add(limit);
  };
  const header = new HeaderReading(runtime, true, addLimit);
  const parts: WholePart[] = [];
  const met = new Set<FieldName>();
  const repeated = new Set<FieldName>();
  const ofPart = new Set<FieldName>();
  const lookAtContent = (name: FieldName, value: string): void => {
    if (!CONTENT_ONCE.has(name)) return;
    if (ofPart.has(name) || hasDoubledParameter(value)) repeated.add(name);
    ofPart.add(name);
  };
  const entity = new EntityReader(runtime, {
    partField: lookAtContent,
    field: (name, value) => {
      lookAtContent(name, value);
      if (met.has(name) && ONCE.has(name)) repeated.add(name);
      met.add(name);
      header.field(name, value);
    },
    openLeaf: (head, within) => {
      ofPart.clear();
      const sink = new PartSink((content) => parts.push(toPart(runtime, head, within, content)));
      return decodeTransfer(runtime, head, sink, new TransferScratch());
    },
    limit: addLimit,
  });
  entity.end(bytes);
  return {
    subject: header.subject,
    date: header.date,
    addresses: header.addresses,
    from: header.named
      .filter(({ role }) => role === 'from')
      .map(({ text }) => text)
      .join(', '),
    bulk: header.bulk,
    repeated: [...repeated],
    parts,
    limits: [...limits],
  };
}

function hasDoubledParameter(value: string): boolean {
  const names = Array.from(value.replace(QUOTED, '""').matchAll(PARAMETER), ([, name = '']) => name.toLowerCase());
  return new Set(names).size < names.length;
}

function toPart(runtime: Runtime, head: PartHead, within: string | null, bytes: Uint8Array): WholePart {
  return {
    type: head.type,
    within,
    inline: head.inline,
    fileName: head.fileName,
    bytes,
    text: head.type.startsWith('text/') ? decodeText(runtime, toCharset(head.charset), bytes) : null,
    isMessage: isAttachedMessage(head),
  };
}

/** Keeps the bytes of one part; what it is given is borrowed. */
class PartSink implements ByteSink {
  readonly #done: (content: Uint8Array) => void;
  #pieces: Uint8Array[] = [];

  constructor(done: (content: Uint8Array) => void) {
    this.#done = done;
  }

  write(bytes: Uint8Array): void {
    this.#pieces.push(bytes.slice());
  }

  end(bytes: Uint8Array): void {
    this.#done(this.#pieces.length === 0 ? bytes.slice() : joinBytes([...this.#pieces, bytes]));
  }
}
