/**
 * Replaces the part of iconv-lite that @kenjiuno/msgreader uses with the browser's decoder: the package is for Node and
 * larger than the page.
 */
export function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Only needed for writing files, which the page never does. */
export function encode(): never {
  throw new TypeError('nothing is written');
}
