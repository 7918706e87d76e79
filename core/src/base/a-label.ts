// Not in platform.d.ts, where it would hide the complete URL type that tests and other workspaces have.
declare const URL: { new (text: string): { readonly hostname: string } };

const ASCII = /^[\0-\x7f]*$/;
/** Characters that a URL does not treat as part of its host, or drops. */
const NO_HOST = /[\0-\x20#%/:<>?@[\\\]^|\x7f]/;
/** Prevents a numeric domain from being parsed as an IP address; removed again. */
const NO_NUMBER = '.x';

/**
 * The canonical form for comparing domains: lower-case A-labels (RFC 5890). ASCII labels stay unchanged, whatever they
 * contain (`_`, doubled dots), since real mail has them. Never throws; what cannot be encoded stays in lower case.
 */
export function toALabels(domain: string): string {
  return readALabels(domain) ?? domain.toLowerCase();
}

/**
 * Like `toALabels`, but null when a non-ASCII label cannot be mapped by UTS #46. Invisible characters (soft hyphen,
 * zero-width space) are dropped, which otherwise made two domains of one. Only URL offers this mapping in every
 * runtime.
 */
export function readALabels(domain: string): string | null {
  if (ASCII.test(domain)) return domain.toLowerCase();
  if (NO_HOST.test(domain)) return null;
  try {
    return new URL(`http://${domain}${NO_NUMBER}`).hostname.slice(0, -NO_NUMBER.length);
  } catch {
    return null;
  }
}
