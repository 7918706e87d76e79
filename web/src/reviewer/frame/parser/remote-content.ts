import { LISTED_HOSTS, REMOTE_KINDS, type RemoteContent, type RemoteKind } from '../protocol.ts';

/** Maximum distinct hosts per message, so that none can fill the memory. */
const COUNTED_HOSTS = 10_000;
const LONGEST_HOST_UNITS = 255;
/** An address in a style sheet with its context. */
const STYLE_TOKEN =
  /@import\s*["']([^"']{1,2000})|(?:url|src|image|image-set)\(\s*["']?([^"')\s]{1,2000})|@import|@font-face|[;}]/gi;
const REMOTE = /^(?:https?|ftps?|wss?):/i;

/** Counts remote content by kind and host. Nothing is ever requested. */
export class RemoteCount {
  readonly #kinds = new Map<RemoteKind, number>(REMOTE_KINDS.map((kind) => [kind, 0]));
  readonly #hosts = new Map<string, number>();
  #otherHosts = 0;

  add(kind: RemoteKind, address: string): void {
    const host = toRemoteHost(address);
    if (host === null) return;
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    const known = this.#hosts.get(host);
    if (known === undefined && this.#hosts.size >= COUNTED_HOSTS) this.#otherHosts += 1;
    else this.#hosts.set(host, (known ?? 0) + 1);
  }

  addStyle(css: string): void {
    let kind: RemoteKind = 'picture';
    for (const [token, imported, address] of css.matchAll(STYLE_TOKEN)) {
      if (imported !== undefined) this.add('style', imported);
      else if (address !== undefined) this.add(kind, address);
      else if (/^@import/i.test(token)) kind = 'style';
      else if (/^@font-face/i.test(token)) kind = 'font';
      // An `@import` ends with its line, a font face with its braces.
      else if (token === '}' || kind === 'style') kind = 'picture';
    }
  }

  take(): RemoteContent {
    const hosts = [...this.#hosts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
    return {
      kinds: Object.fromEntries(this.#kinds) as RemoteContent['kinds'],
      hosts: hosts.slice(0, LISTED_HOSTS).map(([host, count]) => ({ host, count })),
      furtherHosts: Math.max(0, hosts.length - LISTED_HOSTS) + this.#otherHosts,
    };
  }
}

/** Null for anything but a remote address: parts of the message, data, dead links. */
function toRemoteHost(address: string): string | null {
  // Browsers drop line endings and tabs inside addresses, and white space around them.
  const text = address
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replaceAll('\\', '/');
  const whole = text.startsWith('//') ? `https:${text}` : text;
  if (!REMOTE.test(whole) || !URL.canParse(whole)) return null;
  const { host } = new URL(whole);
  return host === '' ? null : host.slice(0, LONGEST_HOST_UNITS);
}
