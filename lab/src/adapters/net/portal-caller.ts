import { advise, type Reason, Refusal, readInstant, type Signer } from '@candor/core/base';
import { portalPaths } from '@candor/core/contract';
import { toBase64Url } from '@candor/core/ledger';
import { CALL_NONCE_BYTES, PORTAL_TAG_FIELD, signCall } from '@candor/core/review/enrollment';
import { freshBytes } from '../keys/random.ts';
import { now } from '../process/clock.ts';
import { createNodeRuntime } from '../process/runtime.ts';

/** A portal's public description of itself. */
export interface PortalStatus {
  /** It names the process: another one may have been put back to an older day. */
  readonly boot: string;
  readonly time: number | null;
  readonly incident: string;
  /** Origin of the reviewer app. */
  readonly app: string;
  readonly passkeys: string;
}

/** Calls to one portal, each signed with one key. */
export interface PortalCaller {
  /** It is an origin. */
  readonly base: string;
  readonly status: PortalStatus;
  call(method: string, target: string, body?: Uint8Array | object): Promise<Readonly<Record<string, unknown>>>;
  /** Bytes of exactly this length or up to it. Null: there is no such thing, or not for this key. @throws Refusal */
  fetchBytes(target: string, longestBytes: number): Promise<Uint8Array | null>;
}

/** A portal on a slow line may take this long for one file. */
const CALL_MS = 120_000;
const CODE = /^[a-z-]{1,40}$/;
/** 500 requests or 5,000 access records are 8 MB at most. */
const LONGEST_REPLY_BYTES = 32 * 1024 * 1024;
/** Calls are good for five minutes; a clock that is further off is the reason where one is refused. */
const CLOCK_SECONDS = 240;

/**
 * Opens a portal: requests its boot, which every signed call names. `unknownKey` explains a portal that does not know
 * the key. `tag` exempts the holder of a notice from strangers' limits.
 * @throws Refusal when it is unreachable, or not a portal.
 */
export async function openPortalCaller(
  url: string,
  signer: Signer,
  unknownKey: Reason,
  tag: string | null = null,
): Promise<PortalCaller> {
  const base = readBase(url);
  const { sha256Hex } = createNodeRuntime();
  const shown: Readonly<Record<string, string>> = tag === null ? {} : { [PORTAL_TAG_FIELD]: tag };
  const status = await readPortalStatus(base, shown);
  const offSeconds = status.time === null ? 0 : Math.abs(status.time - now());

  async function sendSigned(method: string, target: string, body?: Uint8Array | object): Promise<Response> {
    const bytes =
      body === undefined || body instanceof Uint8Array ? body : new TextEncoder().encode(JSON.stringify(body));
    const nonce = toBase64Url(freshBytes(CALL_NONCE_BYTES, 'portal call', target));
    const signed = { boot: status.boot, method, target, at: now(), nonce, body: sha256Hex(bytes ?? '') };
    const type = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
    const headers = {
      ...(await signCall(signer, signed)),
      // Reviewers' routes require the app's origin.
      origin: status.app,
      ...shown,
      ...(bytes === undefined ? {} : { 'content-type': type }),
    };
    return send(base, target, { method, headers, ...(bytes === undefined ? {} : { body: new Uint8Array(bytes) }) });
  }

  async function judged<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof Refusal) || cause.code !== 'portal-unknown-key' || offSeconds < CLOCK_SECONDS) throw cause;
      throw new Refusal('portal-clock', [
        `${base}: the portal's clock and this one differ by ${offSeconds} seconds, and a call is valid for 300; set the wrong clock`,
      ]);
    }
  }

  return {
    base,
    status,
    call: (method, target, body) => judged(async () => read(base, await sendSigned(method, target, body), unknownKey)),
    fetchBytes: (target, longestBytes) =>
      judged(async () => {
        const reply = await sendSigned('GET', target);
        if (reply.status === 404) return null;
        if (!reply.ok) {
          await read(base, reply, unknownKey);
          throw refusePortalAnswer(base);
        }
        return readBytes(base, reply, longestBytes);
      }),
  };
}

/**
 * Asks a portal who it is.
 * @throws Refusal when it is unreachable, or not a portal.
 */
export async function readPortalStatus(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<PortalStatus> {
  const base = readBase(url);
  const { v, boot, time, incident, app, passkeys } = await read(
    base,
    await send(base, portalPaths.status, { headers }),
    'accepts no key',
  );
  const texts = [boot, incident, app, passkeys].map((value) =>
    typeof value === 'string' ? value.slice(0, 300) : null,
  );
  const [foundBoot, foundIncident, foundApp, foundPasskeys] = texts;
  if (v !== 1 || foundBoot == null || foundIncident == null || foundApp == null || foundPasskeys == null)
    throw refusePortalAnswer(base);
  return {
    boot: foundBoot,
    time: typeof time === 'string' ? readInstant(time) : null,
    incident: foundIncident,
    app: foundApp,
    passkeys: foundPasskeys,
  };
}

/** Over TLS, or on this machine. */
function readBase(url: string): string {
  const { protocol, origin, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', origin: '', hostname: '' };
  const isNear = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol === 'https:' || isNear) return origin;
  throw new Refusal('portal-unreachable', [
    `"${url.slice(0, 80)}" is not the address of a portal, such as https://portal.harbor.example`,
  ]);
}

async function send(base: string, target: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(base + target, { ...init, redirect: 'error', signal: AbortSignal.timeout(CALL_MS) });
  } catch (cause) {
    const why =
      cause instanceof Error && cause.cause instanceof Error && 'code' in cause.cause ? ` (${cause.cause.code})` : '';
    throw new Refusal('portal-unreachable', [
      `${base}: the portal cannot be reached${why}; nothing is lost, try again`,
    ]);
  }
}

async function read(base: string, reply: Response, unknownKey: Reason): Promise<Readonly<Record<string, unknown>>> {
  let value: unknown = null;
  try {
    value = JSON.parse(await readText(base, reply));
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw refusePortalAnswer(base);
  }
  if (typeof value !== 'object' || value === null) throw refusePortalAnswer(base);
  const found = value as Readonly<Record<string, unknown>>;
  if (reply.ok) return found;
  const code = typeof found['code'] === 'string' && CODE.test(found['code']) ? found['code'] : String(reply.status);
  if (code === 'not-signed-in')
    throw new Refusal('portal-unknown-key', [advise`${base}: the portal ${unknownKey} (${code})`]);
  const refusals: Readonly<Record<string, string>> = { conflict: 'portal-conflict', 'not-found': 'portal-lacks' };
  throw new Refusal(refusals[code] ?? 'portal-refuses', [
    `${base}: the portal refuses this (${code}; docs/formats/portal-api.md explains the code)`,
  ]);
}

/** @throws Error beyond any length that an answer has. */
async function readText(base: string, reply: Response): Promise<string> {
  return Buffer.from(await readBytes(base, reply, LONGEST_REPLY_BYTES)).toString('utf8');
}

/** @throws Refusal beyond the length that was asked for, or when it breaks off. */
async function readBytes(base: string, reply: Response, longestBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of reply.body ?? []) {
      length += chunk.length;
      if (length > longestBytes) throw refusePortalAnswer(base);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('portal-unreachable', [`${base}: the portal closed the connection; nothing is lost, try again`]);
  }
  return Buffer.concat(chunks);
}

export function refusePortalAnswer(base: string): Refusal {
  return new Refusal('portal-not-understood', [`${base}: this is not a portal of Candor, or its answer is invalid`]);
}
