/** WHATWG URL and base64, which every runtime has; declared here, because core knows no platform. */
interface ParsedUrl {
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly hash: string;
  readonly searchParams: Iterable<readonly [name: string, value: string]>;
}

declare const URL: new (text: string) => ParsedUrl;
declare function atob(text: string): string;

/** What programs and gateways made of the links of a text, in which every link leads where its words say. */
export type LinkNote =
  | { readonly kind: 'links-made' }
  | { readonly kind: 'gateway-links' }
  /** Only the gateway can tell where its links lead. */
  | { readonly kind: 'links-replaced'; readonly gateway: string };

/** A link that a gateway made. `kept`: the address that it replaced; null where only the gateway can tell. */
export interface GatewayLink {
  readonly gateway: string;
  readonly kept: string | null;
}

/** `closed`: the link keeps no address that others can read; null: no link as this gateway writes it. */
type Kept = { readonly address: string } | 'closed' | null;

/**
 * Links of mail gateways: host, or one below it, path, and how the address that was written is read back without asking
 * anybody. The page of the vendor that describes each is named; what none describes is not listed.
 */
const GATEWAYS: readonly (readonly [
  gateway: string,
  host: string,
  path: RegExp,
  read: (url: ParsedUrl, found: RegExpExecArray) => Kept,
])[] = [
  // learn.microsoft.com/defender-office-365/safe-links-about
  ['Microsoft', 'safelinks.protection.outlook.com', /^/, byParameter('url')],
  // help.proofpoint.com, "How do I decode a rewritten URL?". In version 2 `-XX` is a letter, and `_` is `/`. In version
  // 3 the address is between `__` and `__;`, with `*` for letters listed after it: none in ours.
  ['Proofpoint', 'urldefense.proofpoint.com', /^\/v2\/url$/, byParameter('u', fromProofpoint)],
  ['Proofpoint', 'urldefense.proofpoint.com', /^\/v1\/url$/, byParameter('u')],
  ['Proofpoint', 'urldefense.com', /^\/v3\/__([^*]{1,2000}?)\/?__;[\w!$*-]*$/, byPath],
  ['Proofpoint', 'urldefense.us', /^\/v3\/__([^*]{1,2000}?)\/?__;[\w!$*-]*$/, byPath],
  // Barracuda Link Protection
  ['Barracuda', 'linkprotect.cudasvc.com', /^\/url$/, byParameter('a')],
  // docs.trendmicro.com, Time-of-Click Protection
  ['Trend Micro', 'trendmicro.com', /^\/wis\/clicktime\//, byParameter('url')],
  // docs.sophos.com, EmailURLProtection: the domain stands first (`d=`); the whole address in base64 in most links.
  ['Sophos', 'protection.sophos.com', /^\/$/, (url) => (has(url, 'u') ? SOPHOS(url) : has(url, 'd') ? 'closed' : null)],
  // support.hornetsecurity.com, 360011312977 (URL Rewriting, Secure Links): the host and "a generic ending", in some
  // links with the address; the host, "a generic middle" and the address.
  ['Hornetsecurity', 'atpscan.global.hornetsecurity.com', /^\/$/, (url) => (has(url, 'u') ? ENDING(url) : 'closed')],
  ['Hornetsecurity', 'seclinks.cloud-security.net', /^\/./, () => 'closed'],
  // knowledge.broadcom.com, 163838: the address stands at the end; the older form is closed.
  ['Symantec', 'clicktime.symantec.com', /^\/[\w-]+$/, byParameter('u')],
  ['Symantec', 'clicktime.symantec.com', /^\/a\/\d\/[\w=-]+$/, () => 'closed'],
  // blog.checkpoint.com, "Click-Time Protection – Replaced URL Domain Change"
  ['Check Point', 'protect.checkpoint.com', /^\/v2\/(?:r\d\d\/)?___([^\s]{1,2000}?)___\.[\w+/=-]+$/, byPath],
  // Gmail
  ['Google', 'www.google.com', /^\/url$/, byParameter('q')],
  // Its addresses hold numbers of its own.
  ['Mimecast', 'mimecast.com', /^\/s\/[\w-]+$/, () => 'closed'],
  ['Mimecast', 'mimecastprotect.com', /^\/s\/[\w-]+$/, () => 'closed'],
  ['Cisco', 'secure-web.cisco.com', /^\/1?[\w-]+/, () => 'closed'],
];
const SOPHOS = byParameter('u', fromBase64);
const ENDING = byParameter('u');
const MAX_LINK_UNITS = 4096;

/** Reads a link of a known gateway; null for every other one. User info looks like a host: no gateway has it. */
export function readGatewayLink(target: string): GatewayLink | null {
  const url = target.length > MAX_LINK_UNITS || !/^https:\/\//i.test(target) ? null : orNull(() => new URL(target));
  if (url === null || url.username !== '' || url.password !== '') return null;
  for (const [gateway, host, path, read] of GATEWAYS) {
    const found = url.hostname === host || url.hostname.endsWith(`.${host}`) ? path.exec(url.pathname) : null;
    const kept = found === null ? null : read(url, found);
    if (kept !== null) return { gateway, kept: kept === 'closed' ? null : kept.address };
  }
  return null;
}

/** Whether words look like an address that a program makes a link of. */
function isAddressLike(words: string): boolean {
  return !/\s/.test(words) && /[^.@][.@][^.@]/.test(words);
}

/** What a link is that leads where its words say, as far as that can be read; null for one that leads elsewhere. */
export function readOwnLink(words: string, target: string): LinkNote | null {
  if (/^tel:/i.test(target) && /^[+\d][\d ()./-]+$/.test(words))
    return words.replace(/[^+\d]/g, '') === target.slice(4).replace(/[^+\d]/g, '') ? { kind: 'links-made' } : null;
  if (words === '' || /\s/.test(words)) return null;
  if (isTargetOf(words, target)) return { kind: 'links-made' };
  const link = readGatewayLink(target);
  if (link === null) return null;
  if (link.kept !== null) return isTargetOf(words, link.kept) ? { kind: 'gateway-links' } : null;
  // Where a closed link shows an address all the same, it must be this one.
  const written = decode(target) ?? target;
  const at = written.indexOf('://', 'https://'.length);
  if (at !== -1 && !isTargetOf(words, written.slice(at + '://'.length))) return null;
  return isAddressLike(words) ? { kind: 'links-replaced', gateway: link.gateway } : null;
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

/** By a parameter that stands once, with no second address beside it, which may be the one that counts. */
function byParameter(wanted: string, unpack: (value: string) => string | null = (value) => value) {
  return (url: ParsedUrl): Kept => {
    const [found, others]: [string[], string[]] = [[], []];
    for (const [name, value] of url.searchParams)
      if (name.toLowerCase() === wanted) found.push(value);
      else others.push(name, value);
    const [value, second] = found;
    if (value === undefined || second !== undefined || url.hash !== '') return null;
    if (others.some((text) => /:\/\/|^www\.|%3a%2f%2f/i.test(text))) return null;
    const address = unpack(value);
    return address === null ? null : { address };
  };
}

function byPath(_url: ParsedUrl, [, address]: RegExpExecArray): Kept {
  return address === undefined ? null : { address };
}

function has({ searchParams }: ParsedUrl, wanted: string): boolean {
  return [...searchParams].some(([name]) => name.toLowerCase() === wanted);
}

function fromProofpoint(text: string): string | null {
  return decode(text.replaceAll('_', '/').replace(/-(?=[0-9A-Fa-f]{2})/g, '%'));
}

function decode(text: string): string | null {
  return orNull(() => decodeURIComponent(text));
}

function fromBase64(text: string): string | null {
  return orNull(() => atob(text.replaceAll('-', '+').replaceAll('_', '/')));
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
