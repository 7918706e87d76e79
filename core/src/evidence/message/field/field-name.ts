/** The header fields that the reader looks at. Every other one is passed over. */
export type FieldName =
  | 'from'
  | 'sender'
  | 'reply-to'
  | 'to'
  | 'cc'
  | 'bcc'
  | 'resent-from'
  | 'resent-to'
  | 'resent-cc'
  | 'resent-bcc'
  | 'x-original-to'
  | 'date'
  | 'subject'
  | 'message-id'
  | 'x-google-original-message-id'
  | 'in-reply-to'
  | 'references'
  | 'received'
  | 'list-id'
  | 'list-post'
  | 'precedence'
  | 'x-gmail-labels'
  | 'content-type'
  | 'content-transfer-encoding'
  | 'content-disposition'
  | 'content-id';

/** Fields that addresses stand in. */
const ADDRESS_FIELDS: readonly FieldName[] = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'resent-from',
  'resent-to',
  'resent-cc',
  'resent-bcc',
  'x-original-to',
];

/**
 * Whether addresses may be lost with the rest of this field: it holds some, or attached messages are found by it. A
 * part's own header holds none.
 */
export function mayLoseAddresses(name: FieldName, ofMessage: boolean): boolean {
  if (name === 'content-type' || name === 'content-transfer-encoding') return true;
  return ofMessage && ADDRESS_FIELDS.includes(name);
}

const NAMES: readonly FieldName[] = [
  ...ADDRESS_FIELDS,
  'date',
  'subject',
  'message-id',
  'x-google-original-message-id',
  'in-reply-to',
  'references',
  'received',
  'list-id',
  'list-post',
  'precedence',
  'x-gmail-labels',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-id',
];

/** U+FEFF in UTF-8, each byte a unit. */
const MARK = '\xef\xbb\xbf';

/** Lengths stand in five bits beside the first letter. */
const LENGTH_BITS = 5;
const LONGEST = Math.max(...NAMES.map((name) => name.length));
/**
 * Names by first letter and length: nearly every field is ruled out, and every other one found, without making a
 * string.
 */
const CANDIDATES: (readonly FieldName[] | undefined)[] = Array.from({ length: 256 << LENGTH_BITS });
/** First letters, as units in lower case. */
const FIRST = new Uint8Array(256);
for (const name of NAMES) {
  const first = name.charCodeAt(0);
  FIRST[first] = 1;
  const key = (first << LENGTH_BITS) | name.length;
  CANDIDATES[key] = [...(CANDIDATES[key] ?? []), name];
}

/**
 * The name of the field that begins at `start`, if it is one that matters and its colon comes before `end`. White space
 * before the colon is an obsolete form (RFC 5322 section 4.5).
 */
export function readFieldName(text: string, start: number, end: number): FieldName | null {
  const first = text.charCodeAt(start) | 0x20;
  if (FIRST[first & 0xff] !== 1) {
    // Editors put a byte order mark before the first field; it must not cost an address.
    return text.startsWith(MARK, start) ? readFieldName(text, start + MARK.length, end) : null;
  }
  const limit = Math.min(end, start + LONGEST + 1);
  for (let at = start + 1; at < limit; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3a) return findName(text, start, at);
    if (unit === 0x20 || unit === 0x09) return readSpacedName(text, start, at, end);
  }
  return null;
}

function readSpacedName(text: string, start: number, nameEnd: number, end: number): FieldName | null {
  let at = nameEnd;
  while (at < end && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at += 1;
  if (text.charCodeAt(at) !== 0x3a || at >= end) return null;
  return findName(text, start, nameEnd);
}

function findName(text: string, start: number, end: number): FieldName | null {
  const candidates = CANDIDATES[((text.charCodeAt(start) | 0x20) << LENGTH_BITS) | (end - start)];
  if (candidates === undefined) return null;
  for (const name of candidates) if (isName(text, start, name)) return name;
  return null;
}

function isName(text: string, start: number, name: FieldName): boolean {
  for (let at = name.length - 1; at >= 0; at -= 1) {
    const wanted = name.charCodeAt(at);
    const unit = text.charCodeAt(start + at);
    if (unit !== wanted && (unit < 0x41 || unit > 0x5a || (unit | 0x20) !== wanted)) return false;
  }
  return true;
}
