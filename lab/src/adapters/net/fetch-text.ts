import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { readDnsName } from './dns/dns-answer.ts';
import { askDns, type ResolverAddress } from './dns.ts';
import { isLoopback, isPublicAddress } from './public-address.ts';

/** A redirect more than this leads nowhere we want to go. */
const REDIRECT_LIMIT = 3;
const HTTPS_PORT = 443;

export interface FetchSettings {
  readonly resolvers: readonly ResolverAddress[];
  /** A longer body is cut off and refused. */
  readonly bytes: number;
  /** It limits everything, from the first question to the last byte. */
  readonly timeoutMs: number;
  /** For tests only: loopback counts as public, at this port with this authority. */
  readonly loopback: { readonly port: number; readonly authority: string } | null;
}

/**
 * - `none`: the server reports absence.
 * - `refused`: we do not go there.
 * - `fault`: unknown.
 */
export type FetchedText =
  | { readonly is: 'text'; readonly text: string; readonly url: string }
  | { readonly is: 'none'; readonly text: string }
  | { readonly is: 'refused'; readonly text: string }
  | { readonly is: 'fault'; readonly text: string };

/**
 * Fetches a small plain text by HTTPS. A foreign domain decides where this leads, so: names are resolved by our own
 * resolvers, every address must be public, the connection goes to exactly the address that was checked, each redirect
 * is checked like the first, and nothing but https on its own port is followed. Never throws.
 */
export async function fetchText(url: string, settings: FetchSettings): Promise<FetchedText> {
  const signal = AbortSignal.timeout(settings.timeoutMs);
  let next = url;
  for (let step = 0; step <= REDIRECT_LIMIT; step += 1) {
    const target = readTarget(next);
    if (target === null) return { is: 'refused', text: 'it redirects to an address that is not plain https' };
    const address = await findAddress(target.hostname, settings);
    if (typeof address !== 'string') return address;
    const outcome = await get(target, address, settings, signal);
    if (outcome.is !== 'redirect') return outcome;
    next = outcome.to;
  }
  return { is: 'refused', text: `it redirects more than ${REDIRECT_LIMIT} times` };
}

/** https, a name (never an address), the usual port, no user. */
function readTarget(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  if (!isPlain || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0 || readDnsName(url.hostname) === null) return null;
  return url;
}

async function findAddress(name: string, settings: FetchSettings): Promise<string | FetchedText> {
  const [v4, v6] = await Promise.all([
    askDns(settings.resolvers, { name, type: 'A' }),
    askDns(settings.resolvers, { name, type: 'AAAA' }),
  ]);
  const found = [v4, v6].flatMap((answer) => (answer.is === 'records' ? answer.records.flat() : []));
  const [first] = found;
  if (first === undefined) {
    const fault = [v4, v6].find((answer) => answer.is === 'fault');
    return fault?.is === 'fault' ? { is: 'fault', text: fault.text } : { is: 'none', text: `${name} has no address` };
  }
  // One inner address among public ones is an attack: its publisher would choose which one we use.
  const isAllowed = (address: string): boolean =>
    isPublicAddress(address) || (settings.loopback !== null && isLoopback(address));
  if (!found.every(isAllowed)) return { is: 'refused', text: `${name} has an address that is not public` };
  return first;
}

type Got = FetchedText | { readonly is: 'redirect'; readonly to: string };

function get(url: URL, address: string, settings: FetchSettings, signal: AbortSignal): Promise<Got> {
  return new Promise((settle) => {
    const connection = request(
      {
        host: address,
        servername: url.hostname,
        port: settings.loopback?.port ?? HTTPS_PORT,
        ...(settings.loopback === null ? {} : { ca: settings.loopback.authority }),
        path: `${url.pathname}${url.search}`,
        headers: { host: url.hostname, accept: 'text/plain', 'user-agent': 'candor' },
        agent: false,
        signal,
      },
      (response) => {
        settle(readResponse(response, url, settings.bytes));
      },
    );
    connection.on('error', (cause) => {
      const text = signal.aborted
        ? 'it did not answer in time'
        : `${url.hostname} could not be asked: ${toCode(cause)}`;
      settle({ is: 'fault', text });
    });
    connection.end();
  });
}

async function readResponse(response: IncomingMessage, url: URL, limitBytes: number): Promise<Got> {
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  if (status >= 300 && status < 400 && location !== undefined) {
    response.destroy();
    return URL.canParse(location, url.href)
      ? { is: 'redirect', to: new URL(location, url).href }
      : { is: 'refused', text: 'it redirects to something that is not an address' };
  }
  if (status !== 200) {
    response.destroy();
    // What a server says while it fails is no word about the file.
    return status >= 400 && status < 500
      ? { is: 'none', text: `${url.hostname} answers ${status}` }
      : { is: 'fault', text: `${url.hostname} answers ${status}` };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      bytes += (chunk as Buffer).length;
      if (bytes > limitBytes) {
        response.destroy();
        return { is: 'refused', text: `${url.hostname} sends more than ${limitBytes} bytes` };
      }
      chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    return { is: 'fault', text: `${url.hostname} closed the connection: ${toCode(cause)}` };
  }
  if (!/^text\/plain\b/i.test(response.headers['content-type'] ?? ''))
    return { is: 'none', text: `${url.hostname} does not serve plain text there` };
  return { is: 'text', text: Buffer.concat(chunks).toString('utf8'), url: url.href };
}

/** A code and no foreign words. */
function toCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'no connection';
}
