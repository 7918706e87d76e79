/**
 * What @kenjiuno/msgreader asks of iconv-lite, done by the browser: the package is for Node and larger than the page.
 */
export function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Only writing files needs it, and the page writes none. */
export function encode(): never {
  throw new TypeError('nothing is written');
}
