import { FIRST_LINE_BYTES } from '../limits.ts';

/** How the lines of a message end; `open` while more of it must be seen. */
export type LineEnds = 'open' | 'feeds' | 'returns';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Two lines as headers have them, a line of an mbox or a byte order mark perhaps before them. Each unit is a byte. */
const FIELDS = /^(?:\xef\xbb\xbf)?(?:>?From [^\r]*\r)?[!-9;-~]+[ \t]*:[^\r]*\r(?:[ \t]|[!-9;-~]+[ \t]*:)/;

/**
 * Old Macs ended lines with a return alone. Such a message has no line feed where its first line must have ended
 * (docs/formats/rules.md, Message-ID and fingerprint): read by line feeds, its whole header would be one odd line, and
 * it would name nobody. A first line that is longer may hold a stray return; what stands around a line end looks like
 * fields.
 */
export function findLineEnds(bytes: Uint8Array, last: boolean): LineEnds {
  const end = Math.min(bytes.length, FIRST_LINE_BYTES);
  let hasReturn = false;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] === LINE_FEED) return 'feeds';
    if (bytes[at] === RETURN) hasReturn = true;
  }
  if (end < FIRST_LINE_BYTES && !last) return 'open';
  if (!hasReturn) return 'feeds';
  return end < FIRST_LINE_BYTES || FIELDS.test(toText(bytes.subarray(0, end))) ? 'returns' : 'feeds';
}

function toText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/**
 * A copy in which every return that ends a line alone is a line feed, so that each byte keeps its place. With a line
 * feed behind it, as in lines of another program further down, it is no line of its own: an empty line would end the
 * header there. Whether it is one is open of the last byte, unless there is no more.
 */
export function toLineFeeds(bytes: Uint8Array, last = true): Uint8Array {
  const copy = new Uint8Array(bytes);
  for (let at = copy.indexOf(RETURN); at !== -1; at = copy.indexOf(RETURN, at + 1)) {
    const isAlone = at + 1 < copy.length ? copy[at + 1] !== LINE_FEED : last;
    if (isAlone) copy[at] = LINE_FEED;
  }
  return copy;
}

/**
 * Whether a whole message, or a mailbox, ends its lines with returns alone. Empty lines before it are no lines of it.
 */
export function usesBareReturns(message: Uint8Array): boolean {
  const start = message.findIndex((byte) => byte !== RETURN);
  return findLineEnds(start === -1 ? message : message.subarray(start), true) === 'returns';
}
