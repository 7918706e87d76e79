// Not in platform.d.ts: there it would stand in the way of the whole URL, which tests and the other workspaces have.
declare const URL: { new (text: string): { readonly hostname: string } };

const ASCII = /^[\0-\x7f]*$/;
/** What a URL takes for something else than a letter of its host, or drops. */
const NO_HOST = /[\0-\x20#%/:<>?@[\\\]^|\x7f]/;
/** Keeps a domain of nothing but numbers from being read as an IP address; goes again. */
const NO_NUMBER = '.x';

/**
 * A domain in the one form in which domains are compared: A-labels (RFC 5890) in lower case. Labels that are ASCII stay
 * as they stand, whatever they hold (`_`, doubled dots): real mail has them. Never throws; what cannot be encoded stays
 * in lower case.
 */
export function toALabels(domain: string): string {
  return readALabels(domain) ?? domain.toLowerCase();
}

/**
 * The same; null when a label beyond ASCII is none that UTS #46 maps to an A-label. It leaves out what nobody sees
 * (soft hyphen, zero-width space), which otherwise made two domains of one. Every runtime has this mapping in its URL,
 * and only there.
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
