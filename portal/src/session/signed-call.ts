import type { Instant } from '@candor/core/base';
import { readBase64Url } from '@candor/core/ledger';
import { CALL_LIFE_SECONDS, CALL_NONCE_BYTES, verifyCall } from '@candor/core/review/enrollment';
import type { FastifyRequest } from 'fastify';
import { Denial } from '../call/denial.ts';
import type { Portal } from '../service/portal.ts';

/**
 * Nonces of the last minutes, in memory: calls to an earlier process are invalid through the boot in every signature.
 */
export class Nonces {
  readonly #seen = new Map<string, Instant>();

  /** False if it was used before. */
  use(nonce: string, now: Instant): boolean {
    for (const [old, until] of this.#seen) {
      if (until > now) break;
      this.#seen.delete(old);
    }
    if (this.#seen.has(nonce)) return false;
    // A call may come from a fast clock, so its nonce is kept for twice its validity.
    this.#seen.set(nonce, now + 2 * CALL_LIFE_SECONDS + 1);
    return true;
  }
}

/**
 * The key that signed this call (docs/formats/portal-api.md, Signed calls). The body is compared after it has been
 * read.
 * @throws Denial
 */
export async function readSignedCall(request: FastifyRequest, portal: Portal, nonces: Nonces): Promise<string> {
  const [key, time, nonce, body, signature] = ['key', 'time', 'nonce', 'body', 'signature'].map((name) => {
    const value = request.headers[`candor-${name}`];
    if (typeof value !== 'string') throw new Denial('not-signed-in');
    return value;
  }) as [string, string, string, string, string];
  const at = /^\d{1,12}$/.test(time) ? Number(time) : null;
  const now = portal.clock();
  const isFresh = at !== null && Math.abs(now - at) <= CALL_LIFE_SECONDS;
  if (!isFresh || readBase64Url(nonce)?.length !== CALL_NONCE_BYTES || !/^[0-9a-f]{64}$/.test(body))
    throw new Denial('not-signed-in');
  const call = { boot: portal.boot, method: request.method, target: request.url, at, nonce, body };
  if (!(await verifyCall(portal.primitives, call, key, signature))) throw new Denial('not-signed-in');
  // After the signature: nobody else can use up a nonce.
  if (!nonces.use(`${key} ${nonce}`, now)) throw new Denial('not-signed-in');
  request.claimedBody = body;
  return key;
}

export function assertClaimedBody(request: FastifyRequest, digestOfNothing: string): void {
  if (request.claimedBody === null) return;
  const isStream = request.bodyDigest === null && request.body !== undefined && request.body !== null;
  // A reader of a stream compares it itself.
  if (!isStream && (request.bodyDigest ?? digestOfNothing) !== request.claimedBody) throw new Denial('not-signed-in');
}
