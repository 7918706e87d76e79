/** First and last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * One range of bytes (RFC 9110, 14.1.2). Null where the whole is to be sent: no range, several, or one that cannot be
 * read, as the RFC allows. `beyond` when there are no such bytes.
 */
export function readRange(field: string | undefined, size: number): ByteRange | 'beyond' | null {
  const match = field === undefined ? null : /^bytes=(\d{0,15})-(\d{0,15})$/.exec(field);
  if (match === null) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Number(last);
    return length === 0 ? 'beyond' : { start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size) return 'beyond';
  return end < start ? null : { start, end };
}
