/** WHATWG URL and base64, which every runtime has; declared here, because core knows no platform. */
interface ParsedUrl {
  readonly protocol: string;
  readonly username: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly searchParams: { get(name: string): string | null };
}

declare const URL: new (text: string) => ParsedUrl;
declare function atob(text: string): string;

/**
 * Where links of mail gateways lead: each form keeps the address that was written, so that it can be read back without
 * asking anybody. A form that keeps a number of the gateway's own instead (Mimecast, Cisco's short form) tells nothing
 * and is in no list.
 */
const FORMS: readonly ((url: ParsedUrl) => string | null)[] = [
  // Microsoft Defender Safe Links: learn.microsoft.com/defender-office-365/safe-links-about
  (url) => (isAt(url, 'safelinks.protection.outlook.com') ? url.searchParams.get('url') : null),
  // Proofpoint URL Defense 2: letters that a query could not hold are `-XX`, and `/` is `_`.
  (url) =>
    url.hostname === 'urldefense.proofpoint.com' && url.pathname === '/v2/url'
      ? decode((url.searchParams.get('u') ?? '').replaceAll('_', '/').replace(/-(?=[0-9A-Fa-f]{2})/g, '%'))
      : null,
  (url) =>
    url.hostname === 'urldefense.proofpoint.com' && url.pathname === '/v1/url' ? url.searchParams.get('u') : null,
  // Proofpoint URL Defense 3: the address is between `__` and `__;`, with `*` for letters listed after it: none in
  // ours.
  (url) =>
    url.hostname === 'urldefense.com' || url.hostname === 'urldefense.us'
      ? (/^\/v3\/__([^*]{1,2000}?)\/?__;/.exec(url.pathname)?.[1] ?? null)
      : null,
  // Barracuda Link Protection
  (url) => (url.hostname === 'linkprotect.cudasvc.com' && url.pathname === '/url' ? url.searchParams.get('a') : null),
  // Trend Micro Time-of-Click
  (url) =>
    isAt(url, 'trendmicro.com') && url.pathname.startsWith('/wis/clicktime/') ? url.searchParams.get('url') : null,
  // Sophos: host and address in base64
  (url) => (isAt(url, 'protection.sophos.com') ? fromBase64(url.searchParams.get('u') ?? '') : null),
  // Gmail
  (url) => (url.hostname === 'www.google.com' && url.pathname === '/url' ? url.searchParams.get('q') : null),
];
const LONGEST_LINK = 4096;

/** The address in a gateway's link; null for unknown forms. */
export function unwrapGatewayLink(target: string): string | null {
  if (target.length > LONGEST_LINK || !/^https:\/\//i.test(target)) return null;
  const url = readUrl(target);
  if (url === null || url.username !== '' || url.protocol !== 'https:') return null;
  for (const form of FORMS) {
    const kept = form(url);
    if (kept !== null) return kept;
  }
  return null;
}

/** Whether a link leads where its words say: `own`, `gateway` behind a known gateway, null elsewhere. */
export function toOwnTarget(words: string, target: string): 'own' | 'gateway' | null {
  if (words === '' || /\s/.test(words)) return null;
  if (isTargetOf(words, target)) return 'own';
  const kept = unwrapGatewayLink(target);
  return kept !== null && isTargetOf(words, kept) ? 'gateway' : null;
}

/** Without scheme and the slash at its end, letter for letter. */
function isTargetOf(words: string, target: string): boolean {
  const bare = (text: string): string =>
    text
      .trim()
      .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
      .replace(/\/$/, '');
  return bare(words) === bare(target);
}

function isAt(url: ParsedUrl, host: string): boolean {
  return url.hostname === host || url.hostname.endsWith(`.${host}`);
}

function readUrl(text: string): ParsedUrl | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function fromBase64(text: string): string | null {
  try {
    return atob(text);
  } catch {
    return null;
  }
}
