import type { Instant, Runtime } from '@candor/core/base';
import type { AddressUse } from './copy.ts';
import type { PartHead } from './field/content-type.ts';
import type { FieldName } from './field/field-name.ts';
import { HeaderReading } from './header-reading.ts';
import type { MessageLimit } from './limits.ts';
import { isAttachedMessage } from './mime/attached-message.ts';
import { EntityReader } from './mime/entity-reader.ts';
import { decodeTransfer, PaddingWatch, PartSink } from './mime/leaf-sinks.ts';
import { PartNumbers } from './mime/part-numbers.ts';
import { RepeatedFields } from './repeated-fields.ts';
import { Scratch } from './scratch.ts';
import { decodeText, toCharset } from './text/charset.ts';

/** One leaf of a message, decoded. Type, name and content are the sender's. */
export interface WholePart {
  /** As IMAP counts parts (RFC 9051, section 6.4.5): `1`, `2.1`. */
  readonly number: string;
  /** Lower case, `text/plain` when none is readable. */
  readonly type: string;
  /** Type of its multipart; null for a single-part message. */
  readonly within: string | null;
  readonly inline: boolean;
  /** Empty when the part has no file name. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The text of `text/*` with its original line endings; otherwise null. */
  readonly text: string | null;
  readonly isMessage: boolean;
}

/** A message with everything that a reader could see. Null and empty mean missing. */
export interface WholeMessage {
  /** White-space runs are one space. */
  readonly subject: string;
  readonly date: Instant | null;
  readonly addresses: readonly AddressUse[];
  /** `From` as written, including names. */
  readonly from: string;
  /** `To` as written, including names. */
  readonly to: string;
  /** Mailing list or mass mail: has `List-Id` or `List-Post`, or declares itself as such. */
  readonly bulk: boolean;
  /**
   * Single fields that are repeated, in the header or a part's, also by a doubled parameter; programs disagree about
   * which counts.
   */
  readonly repeated: readonly FieldName[];
  readonly parts: readonly WholePart[];
  /**
   * Text outside all parts: before, between and after those of a multipart, and after base64 padding. Few programs show
   * it.
   */
  readonly outside: readonly string[];
  readonly limits: readonly MessageLimit[];
}

/**
 * Reads a complete message into memory: for a few small messages whose every part is examined. Mailboxes use
 * `createMessageReader`; both split messages in the same way. Content never throws.
 */
export function readWholeMessage(runtime: Runtime, bytes: Uint8Array): WholeMessage {
  const limits = new Set<MessageLimit>();
  const addLimit = (limit: MessageLimit): void => {
    limits.add(limit);
  };
  const header = new HeaderReading(runtime, true, addLimit);
  const parts: WholePart[] = [];
  const outside: string[] = [];
  const addOutside = (bytes: Uint8Array): void => {
    const text = new TextDecoder().decode(bytes).trim();
    if (text !== '') outside.push(text);
  };
  const repeated = new RepeatedFields();
  const numbers = new PartNumbers();
  let charset: string | null = null;
  const entity = new EntityReader(runtime, {
    partField: (name, value) => repeated.partField(name, value),
    field: (name, value) => {
      repeated.field(name, value);
      header.field(name, value);
    },
    openLeaf: (head, within, multipart) => {
      const number = numbers.next(multipart);
      charset ??= head.charset;
      repeated.nextPart();
      const sink = new PartSink((content) => parts.push(toPart(runtime, head, { number, within, bytes: content })));
      const decoder = decodeTransfer(runtime, head, sink, new Scratch());
      return head.encoding === 'base64' ? new PaddingWatch(decoder, addOutside) : decoder;
    },
    outside: addOutside,
    limit: addLimit,
  });
  entity.end(bytes);
  const shown = header.toShown(charset);
  return {
    subject: shown.subject,
    date: header.date,
    addresses: header.addresses,
    from: shown.from,
    to: shown.to,
    bulk: header.bulk,
    repeated: repeated.names,
    parts,
    outside,
    limits: [...limits],
  };
}

function toPart(
  runtime: Runtime,
  head: PartHead,
  { number, within, bytes }: Pick<WholePart, 'number' | 'within' | 'bytes'>,
): WholePart {
  return {
    number,
    type: head.type,
    within,
    inline: head.inline,
    fileName: head.fileName,
    bytes,
    text: head.type.startsWith('text/') ? decodeText(runtime, toCharset(runtime, head.charset), bytes) : null,
    isMessage: isAttachedMessage(head),
  };
}
