import type { ProblemWeight } from '@candor/core/base';

/**
 * Everything that one message may demand of the reader. Real mail stays far below all of these; what lies beyond is
 * read in the way that the constant's comment says and named by a `MessageLimit`, so that no message can take the
 * memory or the time of the others.
 */

/** Bytes of a message in which its first line ends: RFC 5322 allows 998. */
export const FIRST_LINE_BYTES = 4 * 1024;

/** Bytes of one header field. The rest of a longer field is skipped. */
export const FIELD_BYTES = 4 * 1024 * 1024;

/** Addresses of one message, attached messages included. Further ones are not read. */
export const ADDRESSES_PER_MESSAGE = 200_000;

/** Ids by which one message may be named. Real mail has one or two; further ones are not read. */
export const NAMES_PER_MESSAGE = 1000;

/** Messages attached to one, those inside them included. A record of further ones names nothing. */
export const ATTACHED_PER_MESSAGE = 100_000;

/** Decoded bytes of one calendar. Its rest is not read: an invitation of the whole company has a tenth. */
export const CALENDAR_BYTES = 16 * 1024 * 1024;

/** Units of an address as it is written, without its name (RFC 5321 allows 320). A longer one cannot be read. */
export const ADDRESS_UNITS = 2000;

/**
 * Quotes, parentheses and brackets of one field that are tried and never close; further ones are ordinary characters.
 */
export const UNCLOSED_PER_FIELD = 64;

/** Parts (delimiters) of one message. Beyond it no boundary is looked for: the rest is content of the last part. */
export const PARTS_PER_MESSAGE = 250_000;

/** Open multiparts, one inside the other. A deeper one is one leaf. */
export const MULTIPART_DEPTH = 256;

/**
 * Attached messages, one inside the other. Deeper ones are not read; their bytes are part of the outer ones' digest.
 */
export const ATTACHED_DEPTH = 64;

/**
 * Bytes of a boundary (RFC 2046 allows 70). A multipart with a longer one counts as one whose boundary is not given.
 */
export const BOUNDARY_BYTES = 1000;

/** Bytes of a line that may be a boundary, with its padding. A longer line is content. */
export const BOUNDARY_LINE_BYTES = 4096;

/**
 * Bytes of a text part up to which it is decoded in one go; a longer one is decoded as a stream, with the same result.
 */
export const TEXT_AT_ONCE_BYTES = 4 * 1024 * 1024;

/** Bytes of normalised text that are gathered before they go into the digest. */
export const TEXT_GATHER_BYTES = 1024 * 1024;

/** Bytes (UTF-8) of a message's text that phase 2 keeps for searches and rules; the rest is not searched. */
export const SEARCHABLE_TEXT_BYTES = 16 * 1024 * 1024;

/**
 * Bytes of white space at the end of a quoted-printable line that are held back. A longer run in mid-stream is content.
 */
export const QUOTED_PRINTABLE_HELD_BYTES = 64 * 1024;

/** Attachment names of one message that phase 2 keeps. */
export const ATTACHMENT_NAMES = 10_000;

/** Bytes of an mbox message that are gathered to be read in one piece; a longer message is handed on in pieces. */
export const MESSAGE_AT_ONCE_BYTES = 1024 * 1024;

/** `>` before `From ` in an mbox. A line with more of them is content as it lies. */
export const QUOTE_DEPTH = 1000;

/** Bytes of a `From ` line whose time is read. A longer line has none. */
export const FROM_LINE_BYTES = 4096;

/**
 * Bytes of a field's name, with the blanks behind it, where it is looked at whether a field begins. A longer one is
 * none.
 */
export const FIELD_NAME_BYTES = 1000;

/** Which limits a message went beyond. */
export type MessageLimit =
  | 'field-too-long'
  | 'address-field-too-long'
  | 'too-many-addresses'
  | 'too-many-names'
  | 'too-many-parts'
  | 'multipart-too-deep'
  | 'attached-too-deep'
  | 'too-many-attached'
  | 'calendar-too-long'
  | 'boundary-too-long'
  | 'text-too-long-to-search';

/** A dropped address would leave its owner unnotified, so a person must check the original. */
const WEIGHTS: Readonly<Record<MessageLimit, ProblemWeight>> = {
  'field-too-long': 'note',
  'address-field-too-long': 'person',
  'too-many-addresses': 'person',
  'too-many-names': 'person',
  'too-many-parts': 'person',
  'multipart-too-deep': 'person',
  'attached-too-deep': 'person',
  'too-many-attached': 'person',
  'calendar-too-long': 'person',
  'boundary-too-long': 'person',
  'text-too-long-to-search': 'note',
};

/** `person` when addresses may have been lost beyond one of the limits. */
export function limitSeverity(limits: readonly MessageLimit[]): ProblemWeight {
  return limits.some((limit) => WEIGHTS[limit] === 'person') ? 'person' : 'note';
}
