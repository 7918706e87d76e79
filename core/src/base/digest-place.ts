/** Hexadecimal digits of a digest in a place: nobody finds other things with the same ones. */
const digitsShown = 16;

/**
 * The place of a problem that is about more than lies there: with a digest of what it lists, so that accepting it
 * accepts nothing that comes later, and no other problem of the same file.
 */
export function toDigestPlace(path: string, sha256: string): string {
  return `${path}=${sha256.slice(0, digitsShown)}`;
}

/** The place without its digest, for people to read. */
export function toShownPlace(place: string): string {
  return place.replace(/=[0-9a-f]{16}$/, '');
}
