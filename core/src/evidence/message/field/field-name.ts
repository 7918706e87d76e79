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
  | 'date'
  | 'subject'
  | 'message-id'
  | 'in-reply-to'
  | 'references'
  | 'received'
  | 'list-id'
  | 'list-post'
  | 'precedence'
  | 'x-gmail-labels'
  | 'content-type'
  | 'content-transfer-encoding'
  | 'content-disposition';

const NAMES: readonly FieldName[] = [
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
  'date',
  'subject',
  'message-id',
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
];

/** U+FEFF in UTF-8, each byte a unit. */
const MARK = '\xef\xbb\xbf';

const BY_NAME = new Map<string, FieldName>(NAMES.map((name) => [name, name]));
/** First letters, as units in lower case, and lengths that a name may have: most fields are ruled out without making a string. */
const FIRST = new Uint8Array(256);
for (const name of NAMES) FIRST[name.charCodeAt(0)] = 1;
const LONGEST = Math.max(...NAMES.map((name) => name.length));

/**
 * The name of the field that begins at `start`, if it is one that matters and its colon comes before `end`. White space before the colon is
 * an obsolete form (RFC 5322 section 4.5).
 */
export function readFieldName(text: string, start: number, end: number): FieldName | null {
  if (FIRST[(text.charCodeAt(start) | 0x20) & 0xff] !== 1) {
    // Editors put a byte order mark before the first field; it must not cost an address.
    return text.startsWith(MARK, start) ? readFieldName(text, start + MARK.length, end) : null;
  }
  const limit = Math.min(end, start + LONGEST + 1);
  for (let at = start + 1; at < limit; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x3a) return BY_NAME.get(text.slice(start, at).toLowerCase()) ?? null;
    if (unit === 0x20 || unit === 0x09) return readSpacedName(text, start, at, end);
  }
  return null;
}

function readSpacedName(text: string, start: number, nameEnd: number, end: number): FieldName | null {
  let at = nameEnd;
  while (at < end && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at += 1;
  if (text.charCodeAt(at) !== 0x3a || at >= end) return null;
  return BY_NAME.get(text.slice(start, nameEnd).toLowerCase()) ?? null;
}
