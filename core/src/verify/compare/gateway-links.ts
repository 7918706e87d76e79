/** WHATWG URL and base64, which every runtime has; declared here, because core knows no platform. */
interface ParsedUrl {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly searchParams: Iterable<readonly [name: string, value: string]>;
}

declare const URL: new (text: string) => ParsedUrl;
declare function atob(text: string): string;

/**
 * Where links of mail gateways lead: each form keeps the address that was written, so that it can be read back without
 * asking anybody. Each reads the host, the path and one parameter.
 */
const FORMS: readonly ((url: ParsedUrl) => string | null)[] = [
  // Microsoft Defender Safe Links: learn.microsoft.com/defender-office-365/safe-links-about
  (url) => (isAt(url, 'safelinks.protection.outlook.com') ? parameter(url, 'url') : null),
  // Proofpoint URL Defense 2: letters that a query could not hold are `-XX`, and `/` is `_`.
  (url) =>
    url.hostname === 'urldefense.proofpoint.com' && url.pathname === '/v2/url'
      ? decode((parameter(url, 'u') ?? '').replaceAll('_', '/').replace(/-(?=[0-9A-Fa-f]{2})/g, '%'))
      : null,
  (url) => (url.hostname === 'urldefense.proofpoint.com' && url.pathname === '/v1/url' ? parameter(url, 'u') : null),
  // Proofpoint URL Defense 3: the address is between `__` and `__;`, with `*` for letters listed after it: none in
  // ours.
  (url) =>
    url.hostname === 'urldefense.com' || url.hostname === 'urldefense.us'
      ? (/^\/v3\/__([^*]{1,2000}?)\/?__;[\w!$*-]*$/.exec(url.pathname)?.[1] ?? null)
      : null,
  // Barracuda Link Protection
  (url) => (url.hostname === 'linkprotect.cudasvc.com' && url.pathname === '/url' ? parameter(url, 'a') : null),
  // Trend Micro Time-of-Click
  (url) => (isAt(url, 'trendmicro.com') && url.pathname.startsWith('/wis/clicktime/') ? parameter(url, 'url') : null),
  // Sophos: host and address in base64
  (url) => (isAt(url, 'protection.sophos.com') ? fromBase64(parameter(url, 'u') ?? '') : null),
  // Gmail
  (url) => (url.hostname === 'www.google.com' && url.pathname === '/url' ? parameter(url, 'q') : null),
];

/** Gateways whose links keep a number of their own: where they lead, only the gateway can tell. */
const CLOSED: readonly (readonly [name: string, host: string, path: RegExp])[] = [
  ['Mimecast', 'mimecast.com', /^\/s\/[\w-]+$/],
  ['Mimecast', 'mimecastprotect.com', /^\/s\/[\w-]+$/],
  ['Cisco', 'secure-web.cisco.com', /^\/1?[\w-]+/],
];
const LONGEST_LINK = 4096;

/** The address in a gateway's link; null for unknown forms. */
export function unwrapGatewayLink(target: string): string | null {
  if (target.length > LONGEST_LINK || !/^https:\/\//i.test(target)) return null;
  const url = readUrl(target);
  if (url === null || !isPlain(url)) return null;
  for (const form of FORMS) {
    const kept = form(url);
    if (kept !== null) return kept;
  }
  return null;
}

/** The gateway that replaced a link by one of which nobody else can read where it leads; null for every other link. */
export function findClosedGateway(target: string): string | null {
  const url = target.length > LONGEST_LINK || !/^https:\/\//i.test(target) ? null : readUrl(target);
  if (url === null || !isPlain(url)) return null;
  return CLOSED.find(([, host, path]) => isAt(url, host) && path.test(url.pathname))?.[0] ?? null;
}

/** Whether words look like an address that a program makes a link of. */
export function isAddressLike(words: string): boolean {
  return !/\s/.test(words) && /[^.@][.@][^.@]/.test(words);
}

/**
 * Where a link leads: `own` where its words say, `gateway` there too but behind a known gateway, `closed` where only a
 * gateway can tell; null elsewhere.
 */
export function toOwnTarget(words: string, target: string): 'own' | 'gateway' | 'closed' | null {
  if (/^tel:/i.test(target) && /^[+\d][\d ()./-]+$/.test(words))
    return words.replace(/[^+\d]/g, '') === target.slice(4).replace(/[^+\d]/g, '') ? 'own' : null;
  if (words === '' || /\s/.test(words)) return null;
  if (isTargetOf(words, target)) return 'own';
  const kept = unwrapGatewayLink(target);
  if (kept !== null) return isTargetOf(words, kept) ? 'gateway' : null;
  return isAddressLike(words) && findClosedGateway(target) !== null ? 'closed' : null;
}

/** Without scheme and the slash at its end, letter for letter. */
export function isTargetOf(words: string, target: string): boolean {
  const bare = (text: string): string =>
    text
      .trim()
      .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
      .replace(/\/$/, '');
  return bare(words) === bare(target);
}

/** A parameter that stands once; a second one of the name may be the one that counts. */
function parameter(url: ParsedUrl, wanted: string): string | null {
  const found = [...url.searchParams].filter(([name]) => name.toLowerCase() === wanted);
  const others = [...url.searchParams].filter(([name]) => name.toLowerCase() !== wanted);
  const hasOther = others.some(([name, value]) => HAS_URL.test(name) || HAS_URL.test(value));
  return found.length === 1 && !hasOther && url.hash === '' ? (found[0]?.[1] ?? null) : null;
}

const HAS_URL = /:\/\/|^www\.|%3a%2f%2f/i;

/** Without user info, which looks like a host, and over https. */
function isPlain(url: ParsedUrl): boolean {
  return url.protocol === 'https:' && url.username === '' && url.password === '';
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
