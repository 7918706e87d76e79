import { Refusal, type Signer } from '@candor/core/base';
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

/** The lab's side of a portal (docs/formats/portal-api.md). Every call may be repeated after any interruption. */
export interface PortalClient {
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

/** Opens a portal: asks it for its boot, which every signed call names. @throws Refusal when it is not there, or is none. */
export async function openPortalClient(url: string, signer: Signer): Promise<PortalClient> {
  const base = readBase(url);
  const { sha256Hex } = createNodeRuntime();
  const status = await read(base, await send(base, '/v1/status', {}));
  const boot = typeof status['boot'] === 'string' ? status['boot'] : '';

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
    return read(base, await send(base, target, init));
  }

  return {
    listRequests: async (after) =>
      readList(base, await call('GET', `/v1/lab/requests?after=${after}`), 'requests', toRequest),
    listAccess: async (after) =>
      readList(base, await call('GET', `/v1/lab/access?after=${after}`), 'records', toAccess),
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
    value = await reply.json();
  } catch {
    throw notUnderstood(base);
  }
  if (typeof value !== 'object' || value === null) throw notUnderstood(base);
  const found = value as Readonly<Record<string, unknown>>;
  if (reply.ok) return found;
  const code = typeof found['code'] === 'string' && CODE.test(found['code']) ? found['code'] : String(reply.status);
  throw new Refusal('portal-refuses', [
    `${base}: the portal refuses this (${code}; docs/formats/portal-api.md says what that means)`,
  ]);
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
