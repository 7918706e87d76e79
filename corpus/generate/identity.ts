import { createHash } from 'node:crypto';

/**
 * Every id of the corpus is derived from a name, so that generating again gives the same bytes and ids stay when texts
 * change.
 */
function toHash(name: string): Buffer {
  return createHash('sha256').update(`candor corpus: ${name}`).digest();
}

export function toGuid(name: string): string {
  const hex = toHash(name).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A folder id as Exchange writes them. */
export function toFolderId(name: string): string {
  return `LgAAAAB${toHash(name).toString('base64').replace(/[+/=]/g, 'x').slice(0, 36)}AAAB`;
}

/** An item id as Exchange writes them. */
export function toItemId(name: string): string {
  return `RgAAAAB${toHash(name).toString('base64').replace(/[+/=]/g, 'y').slice(0, 30)}`;
}

/** A `UniqueTokenId`. */
export function toToken(name: string): string {
  return toHash(name).toString('base64url').slice(0, 22);
}

/** A whole number from 0 to `limit` - 1. */
export function toNumber(name: string, limit: number): number {
  return toHash(name).readUInt32BE(0) % limit;
}
