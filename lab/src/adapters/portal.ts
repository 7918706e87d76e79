import { Refusal, readInstant, type Signer } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import { CALL_NONCE_BYTES, type ReviewAccess, readAccess, type SignedRequest, signCall } from '@candor/core/review';
import { now } from './clock.ts';
import { freshBytes } from './random.ts';
import { createNodeRuntime } from './runtime.ts';

/** What somebody asked at the portal. Only document and signature count: nothing else that a portal says is believed. */
export interface PulledRequest extends SignedRequest {
  /** In order of arrival at this portal; where the next pull goes on. */
  readonly place: number;
  readonly token: string | null;
}

export interface PulledAccess {
  readonly place: number;
  readonly record: ReviewAccess;
}

/** The small files of a release as texts, as `release.candor` has them. */
export interface PortalPapers {
  readonly manifest: string;
  readonly approvals: string;
  readonly keys: string;
  readonly proof: string;
}

/** What a portal says of itself to anybody. */
export interface PortalStatus {
  /** Of its process: another one may have been put back to an older day. */
  readonly boot: string;
  readonly time: number | null;
  readonly incident: string;
  /** Origin of the reviewer app. */
  readonly app: string;
  readonly passkeys: string;
}

/** The lab's side of a portal (docs/formats/portal-api.md). Every call may be repeated after any interruption. */
export interface PortalClient extends PortalStatus {
  listRequests(after: number): Promise<readonly PulledRequest[]>;
  listAccess(after: number): Promise<readonly PulledAccess[]>;
  /** Says what is in force. */
  say(standing: string): Promise<void>;
  /** Brings a release there, whatever of it is there already; gives how many files were sent. */
  push(papers: PortalPapers, readFile: (digest: string) => Promise<Uint8Array>): Promise<number>;
}

/** A portal on a slow line may take this long for one file. */
const CALL_MS = 120_000;
/** Two for what it lists at once and one for what it lost meanwhile, for each 10,000 files of a release of a million. */
const MOST_ROUNDS = 300;
const CODE = /^[a-z-]{1,40}$/;
/** 500 requests or 5,000 access records are 8 MB at most. */
const LONGEST_REPLY_BYTES = 32 * 1024 * 1024;
/** Calls are good for five minutes; a clock that is further off is the reason where one is refused. */
const CLOCK_SECONDS = 240;

/** Opens a portal: asks it for its boot, which every signed call names. @throws Refusal when it is not there, or is none. */
export async function openPortalClient(url: string, signer: Signer): Promise<PortalClient> {
  const base = readBase(url);
  const { sha256Hex } = createNodeRuntime();
  const status = await readPortalStatus(base);
  const { boot } = status;
  const offSeconds = status.time === null ? 0 : Math.abs(status.time - now());

  async function call(
    method: string,
    target: string,
    body?: Uint8Array | object,
  ): Promise<Readonly<Record<string, unknown>>> {
    const bytes =
      body === undefined || body instanceof Uint8Array ? body : new TextEncoder().encode(JSON.stringify(body));
    const nonce = toBase64Url(freshBytes(CALL_NONCE_BYTES));
    const signed = { boot, method, target, at: now(), nonce, body: sha256Hex(bytes ?? '') };
    const type = body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
    const headers = { ...(await signCall(signer, signed)), ...(bytes === undefined ? {} : { 'content-type': type }) };
    const init = { method, headers, ...(bytes === undefined ? {} : { body: new Uint8Array(bytes) }) };
    try {
      return await read(base, await send(base, target, init));
    } catch (cause) {
      if (!(cause instanceof Refusal) || cause.code !== 'portal-unknown-key' || offSeconds < CLOCK_SECONDS) throw cause;
      throw new Refusal('portal-clock', [
        `${base}: the portal's clock and this one differ by ${offSeconds} seconds, and a call is good for 300; set the one that is wrong`,
      ]);
    }
  }

  return {
    ...status,
    listRequests: async (after) =>
      inOrder(base, after, readList(base, await call('GET', `/v1/lab/requests?after=${after}`), 'requests', toRequest)),
    listAccess: async (after) =>
      inOrder(base, after, readList(base, await call('GET', `/v1/lab/access?after=${after}`), 'records', toAccess)),
    say: async (standing) => {
      await call('PUT', '/v1/lab/standing', { standing });
    },
    push: async (papers, readFile) => {
      let sent = 0;
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const { state, missing } = await call('POST', '/v1/lab/releases', papers);
        if (state === 'complete') return sent;
        for (const digest of Array.isArray(missing) ? missing : []) {
          // It names what it lacks; whoever reads the files hands out nothing that is not of this release.
          await call('PUT', `/v1/lab/objects/${String(digest)}`, await readFile(String(digest)));
          sent += 1;
        }
      }
      throw notUnderstood(base);
    },
  };
}

/** Asks a portal who it is. @throws Refusal when it is not there, or is none. */
export async function readPortalStatus(url: string): Promise<PortalStatus> {
  const base = readBase(url);
  const { v, boot, time, incident, app, passkeys } = await read(base, await send(base, '/v1/status', {}));
  const texts = [boot, incident, app, passkeys].map((value) =>
    typeof value === 'string' ? value.slice(0, 300) : null,
  );
  const [foundBoot, foundIncident, foundApp, foundPasskeys] = texts;
  if (v !== 1 || foundBoot == null || foundIncident == null || foundApp == null || foundPasskeys == null)
    throw notUnderstood(base);
  return {
    boot: foundBoot,
    time: typeof time === 'string' ? readInstant(time) : null,
    incident: foundIncident,
    app: foundApp,
    passkeys: foundPasskeys,
  };
}

/** Places rise, or a list would have no end. */
function inOrder<Member extends { readonly place: number }>(
  base: string,
  after: number,
  members: readonly Member[],
): readonly Member[] {
  const isRising = members.every(({ place }, at) => place > (at === 0 ? after : (members[at - 1]?.place ?? after)));
  if (!isRising) throw notUnderstood(base);
  return members;
}

/** Over TLS, or on this machine. */
function readBase(url: string): string {
  const { protocol, origin, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', origin: '', hostname: '' };
  const isNear = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol === 'https:' || isNear) return origin;
  throw new Refusal('portal-unreachable', [
    `"${url.slice(0, 80)}" is no address of a portal, such as https://portal.harbor.example`,
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

async function read(base: string, reply: Response): Promise<Readonly<Record<string, unknown>>> {
  let value: unknown = null;
  try {
    value = JSON.parse(await readText(reply));
  } catch {
    throw notUnderstood(base);
  }
  if (typeof value !== 'object' || value === null) throw notUnderstood(base);
  const found = value as Readonly<Record<string, unknown>>;
  if (reply.ok) return found;
  const code = typeof found['code'] === 'string' && CODE.test(found['code']) ? found['code'] : String(reply.status);
  if (code === 'not-signed-in')
    throw new Refusal('portal-unknown-key', [
      `${base}: the portal does not know this lab's key (${code}); \`candor portal key\` prints what it must be started with`,
    ]);
  throw new Refusal(code === 'conflict' ? 'portal-conflict' : 'portal-refuses', [
    `${base}: the portal refuses this (${code}; docs/formats/portal-api.md says what that means)`,
  ]);
}

/** @throws Error beyond any length that an answer has. */
async function readText(reply: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of reply.body ?? []) {
    length += chunk.length;
    if (length > LONGEST_REPLY_BYTES) throw new Error('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readList<Member>(
  base: string,
  reply: Readonly<Record<string, unknown>>,
  name: string,
  toMember: (value: Readonly<Record<string, unknown>>) => Member | null,
): readonly Member[] {
  const list = reply[name];
  const members = Array.isArray(list) ? list.map((value) => toMember(Object(value))) : [null];
  const sound = members.filter((member) => member !== null);
  if (sound.length !== members.length) throw notUnderstood(base);
  return sound;
}

function toRequest({ place, document, signature, token }: Readonly<Record<string, unknown>>): PulledRequest | null {
  if (!Number.isSafeInteger(place) || typeof document !== 'string' || typeof signature !== 'string') return null;
  return { place: Number(place), document, signature, token: typeof token === 'string' ? token : null };
}

function toAccess({ place, record }: Readonly<Record<string, unknown>>): PulledAccess | null {
  const access = typeof record === 'string' ? readAccess(record) : null;
  return access === null || !Number.isSafeInteger(place) ? null : { place: Number(place), record: access };
}

function notUnderstood(base: string): Refusal {
  return new Refusal('portal-not-understood', [`${base}: this is no portal of Candor, or it answers as none should`]);
}
