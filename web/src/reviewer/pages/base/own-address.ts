/** Built scripts lie in a folder of their own, one below the app's. */
const script = import.meta.url;

/** The address of a file of the app by its path below the app's folder, however the page itself was called: with a slash at its end or without. */
export function toOwnAddress(path: string): string {
  return new URL(`../${path}`, script).href;
}
