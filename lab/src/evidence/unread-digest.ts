/**
 * What the store holds in place of the digest of a file that was not read; the digest of no bytes would be a statement
 * about its content.
 */
export const UNREAD_DIGEST = '';

/** The digest that the store holds, or null where the file was not read. */
export function toDigest(stored: string): string | null {
  return stored === UNREAD_DIGEST ? null : stored;
}
