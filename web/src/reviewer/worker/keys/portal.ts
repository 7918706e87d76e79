import { type Instant, joinBytes, readInstant } from '@candor/core/base';
import { portalPaths } from '@candor/core/contract';
import { toBase64Url } from '@candor/core/ledger';
import { CALL_LIFE_SECONDS, CALL_NONCE_BYTES, PORTAL_TAG_FIELD, signCall } from '@candor/core/review/enrollment';
import { KeyWorkerError, type KeyWorkerErrorCode, type OpenedRelease } from '../../bridge/protocol.ts';
import { assertNotCancelled } from './cancelled.ts';
import type { KeyWorkerDeps } from './key-worker-deps.ts';

const ROLES: ReadonlySet<unknown> = new Set(['nominator', 'reviewer', 'representative']);
const DIGEST = /^[0-9a-f]{64}$/;

/** Few releases are in force at once; a list of thousands would only keep a reader busy. */
const MOST_RELEASES = 64;

/** Retry delays: a restarted portal is back within these; later a person decides. */
const RETRY_DELAYS_MS: readonly number[] = [500, 2000, 5000];
const LONGEST_WAIT_MS = 30_000;
/** No sealed message is longer (docs/formats/release.md); more would only fill the memory. */
const LONGEST_FILE_BYTES = 2 ** 31 - 1;
/** Until an answer starts. */
const RESPONSE_TIMEOUT_MS = 30_000;
/** Errors of the network or portal that may pass. 409 and the like never do. */
const RETRYABLE_STATUSES: ReadonlySet<number> = new Set([429, 500, 502, 504]);

const flawsByCode: Readonly<Record<string, KeyWorkerErrorCode>> = {
  'not-signed-in': 'session-ended',
  'lab-silent': 'lab-silent',
  'too-many': 'too-many',
  fault: 'portal-broken',
};

type Signing = Parameters<typeof signCall>[0];
type Deps = Pick<KeyWorkerDeps, 'fetch' | 'wait' | 'clock' | 'random' | 'primitives' | 'emit'>;

/** The portal's process, and its clock difference. */
interface Place {
  readonly boot: string;
  readonly aheadSeconds: number;
}

/** Calls to the portal. Nothing it answers is trusted here: the caller verifies it. */
export class Portal {
  readonly #origin: string;
  readonly #deps: Deps;
  #place: Place | null = null;
  #tag: string | null = null;

  constructor(origin: string, deps: Deps) {
    this.#origin = origin;
    this.#deps = deps;
  }

  showTag(tag: string | null): void {
    this.#tag = tag;
  }

  /**
   * At most so many bytes of a file; null when missing or not for this person.
   * @throws KeyWorkerError
   */
  async getBytes(target: string, signal: AbortSignal, longestBytes = LONGEST_FILE_BYTES): Promise<Uint8Array | null> {
    return this.#retry(signal, async () => {
      const response = await this.#send(target, {}, signal);
      if (response.status === 404) return null;
      await assertAnswered(response);
      return readBytes(response, longestBytes);
    });
  }

  /** @throws KeyWorkerError */
  async getJson(target: string, signal: AbortSignal): Promise<unknown> {
    return this.#retry(signal, async () => readJson(await this.#send(target, {}, signal)));
  }

  /**
   * Never retried: POST is not idempotent.
   * @throws KeyWorkerError
   */
  async post(target: string, body: unknown, signal: AbortSignal, signer: Signing | null = null): Promise<PostResult> {
    const text = JSON.stringify(body);
    const fields = signer === null ? {} : await this.signCall(signer, 'POST', target, text, signal);
    const init = { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...fields } };
    try {
      const response = await this.#send(target, init, signal);
      if (response.status === 404) return { state: 'not-found' };
      if (response.status === 409) return { state: 'conflict' };
      return { state: 'answered', answer: await readJson(response) };
    } catch (thrown) {
      assertNotCancelled(signal);
      throw toRefusal(thrown);
    }
  }

  /** Headers of a signed call, by the portal's clock, so that a machine with a wrong clock can still call. */
  async signCall(
    signer: Signing,
    method: string,
    target: string,
    body: string | null,
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, string>>> {
    const { boot, aheadSeconds } = await this.#look(signal);
    const { random, clock, primitives } = this.#deps;
    return signCall(signer, {
      boot,
      method,
      target,
      at: clock() + aheadSeconds,
      nonce: toBase64Url(random(CALL_NONCE_BYTES)),
      body: primitives.sha256Hex(body ?? ''),
    });
  }

  async now(signal: AbortSignal): Promise<Instant> {
    return this.#deps.clock() + (await this.#look(signal)).aheadSeconds;
  }

  /** Fetched for each signature: a restarted portal has another boot. */
  async #look(signal: AbortSignal): Promise<Place> {
    const { boot, time: sent } = toObject(await this.getJson(portalPaths.status, signal));
    const time = typeof sent === 'string' ? readInstant(sent) : null;
    if (typeof boot !== 'string' || time === null) throw new KeyWorkerError('portal-broken');
    const aheadSeconds = time - this.#deps.clock();
    const isOff = Math.abs(aheadSeconds) > CALL_LIFE_SECONDS;
    if (isOff && this.#place?.aheadSeconds !== aheadSeconds) this.#deps.emit('clock', { offSeconds: -aheadSeconds });
    this.#place = { boot, aheadSeconds };
    return this.#place;
  }

  /**
   * A portal that accepts a call and stays silent is unreachable too; a started answer may take as long as the line is
   * slow.
   */
  async #send(target: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), RESPONSE_TIMEOUT_MS);
    try {
      return await this.#deps.fetch(this.#origin + target, {
        cache: 'no-store',
        credentials: 'include',
        mode: 'cors',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        ...init,
        headers: { ...init.headers, ...(this.#tag === null ? {} : { [PORTAL_TAG_FIELD]: this.#tag }) },
        signal: AbortSignal.any([signal, silence.signal]),
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async #retry<Answer>(signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer> {
    for (let round = 0; ; round += 1) {
      assertNotCancelled(signal);
      try {
        return await ask();
      } catch (thrown) {
        assertNotCancelled(signal);
        const delayMs = RETRY_DELAYS_MS[round];
        const isPassing = thrown instanceof PassingFault || !(thrown instanceof KeyWorkerError);
        if (!isPassing || delayMs === undefined) throw toRefusal(thrown);
        const wantedMs = thrown instanceof PassingFault ? thrown.waitMs : 0;
        await this.#deps.wait(Math.max(delayMs, wantedMs), signal);
      }
    }
  }
}

export type PostResult =
  | { readonly state: 'answered'; readonly answer: unknown }
  | { readonly state: 'not-found' | 'conflict' };

class PassingFault extends Error {
  readonly flaw: KeyWorkerErrorCode;
  readonly waitMs: number;

  constructor(flaw: KeyWorkerErrorCode, waitMs: number) {
    super(flaw);
    this.name = 'PassingFault';
    this.flaw = flaw;
    this.waitMs = waitMs;
  }
}

/** Anything else is a network error: no connection, aborted, or refused by the browser. */
function toRefusal(thrown: unknown): KeyWorkerError {
  if (thrown instanceof KeyWorkerError) return thrown;
  return new KeyWorkerError(thrown instanceof PassingFault ? thrown.flaw : 'portal-silent');
}

/**
 * The complete body, up to its maximum length.
 * @throws KeyWorkerError
 */
async function readBytes(response: Response, longestBytes: number): Promise<Uint8Array> {
  if (Number(response.headers.get('content-length') ?? 0) > longestBytes) throw new KeyWorkerError('portal-broken');
  if (response.body === null) return new Uint8Array(await response.arrayBuffer());
  // Counts actual bytes: a compressed body may be longer than announced.
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length;
    if (length > longestBytes) {
      await reader.cancel();
      throw new KeyWorkerError('portal-broken');
    }
    pieces.push(piece.value);
  }
  return joinBytes(pieces);
}

async function readJson(response: Response): Promise<unknown> {
  await assertAnswered(response);
  try {
    return await response.json();
  } catch {
    throw new KeyWorkerError('portal-broken');
  }
}

async function assertAnswered(response: Response): Promise<void> {
  if (response.ok) return;
  const flaw = flawsByCode[await readCode(response)] ?? (response.status >= 500 ? 'portal-broken' : 'denied');
  if (!RETRYABLE_STATUSES.has(response.status)) throw new KeyWorkerError(flaw);
  const waitMs = Number(response.headers.get('retry-after') ?? 0) * 1000;
  throw new PassingFault(flaw, Number.isFinite(waitMs) ? Math.min(waitMs, LONGEST_WAIT_MS) : 0);
}

async function readCode(response: Response): Promise<string> {
  try {
    const { code } = toObject(await response.json());
    return typeof code === 'string' ? code : '';
  } catch {
    // A proxy answered in another format.
    return '';
  }
}

/** The answer of `GET /v1/me`. Not trusted: fingerprint and party are compared with what two people signed. */
interface Me {
  readonly reviewer: string;
  readonly role: OpenedRelease['role'];
  readonly party: string;
  readonly wrapped: string | null;
}

export function readMe(value: unknown): Me {
  const { reviewer, role, party, wrapped } = toObject(value);
  if (typeof reviewer !== 'string' || typeof party !== 'string' || !ROLES.has(role))
    throw new KeyWorkerError('portal-broken');
  return { reviewer, party, role: role as Me['role'], wrapped: typeof wrapped === 'string' ? wrapped : null };
}

/** Digests of the manifests in force, according to the portal. */
export function readListed(value: unknown): readonly string[] {
  const { releases } = toObject(value);
  if (!Array.isArray(releases) || releases.length > MOST_RELEASES) throw new KeyWorkerError('portal-broken');
  const listed = releases.map((one) => toObject(one)['release']);
  if (!listed.every((release): release is string => typeof release === 'string' && DIGEST.test(release)))
    throw new KeyWorkerError('portal-broken');
  return [...new Set(listed)];
}

export function toObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new KeyWorkerError('portal-broken');
  return value as Readonly<Record<string, unknown>>;
}
