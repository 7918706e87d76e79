/**
 * A mark is what a local part and every mail system carry unchanged: letters and digits, short enough for 64 octets
 * with the name before it.
 */
const MARK = /^[a-z0-9]{8,40}$/;

/**
 * `bounce@harbor.example` and a mark: `bounce+mark@harbor.example` (VERP with the plus that Postfix, Exchange and Gmail
 * understand).
 */
export function toEnvelopeSender(bounceAddress: string, mark: string): string {
  if (!MARK.test(mark)) throw new Error('a mark is 8 to 40 lower-case letters and digits');
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${mark}${bounceAddress.slice(at)}`;
}

/** The mark that an address carries, or null. Mail systems change the case of local parts, so it does not count. */
export function readEnvelopeMark(address: string, bounceAddress: string): string | null {
  const written = address.toLowerCase();
  const base = bounceAddress.toLowerCase();
  const at = base.lastIndexOf('@');
  const start = `${base.slice(0, at)}+`;
  const end = base.slice(at);
  if (!written.startsWith(start) || !written.endsWith(end)) return null;
  const mark = written.slice(start.length, written.length - end.length);
  return MARK.test(mark) ? mark : null;
}
