import type { FastifyReply, FastifyRequest } from 'fastify';
import { Denial } from '../call/denial.ts';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);
const NEAR = new Set(['same-origin', 'same-site']);
const PREFLIGHT_SECONDS = 600;
const ALLOWED_FIELDS =
  'content-type, candor-key, candor-time, candor-nonce, candor-body, candor-signature, candor-tag, if-none-match, range';

/**
 * Refuses requests that a browser may have sent from another page than the reviewer app. Fetching leaves a receipt, so
 * reading is checked like writing. The app is on another origin, so browsers send its origin with every request; a
 * session request without an origin comes from an image, link or form nearby. Only an app on the portal's own origin
 * may read without one.
 */
export function assertAllowedOrigin(request: FastifyRequest, app: string): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const policy = request.routeOptions.config.policy;
  const isHarmless = HARMLESS.has(request.method);
  if (origin !== undefined && origin !== app) throw new Denial('foreign-origin');
  if (policy === 'public' && isHarmless) return;
  if (site !== undefined && !(typeof site === 'string' && NEAR.has(site))) throw new Denial('foreign-origin');
  const needsOrigin = policy === 'reviewer' || policy === 'nominator' || policy === 'public';
  if (needsOrigin && origin === undefined && !(isHarmless && site === 'same-origin'))
    throw new Denial('foreign-origin');
}

/** Allows the reviewer app, on its own origin, to read answers. */
export function toAppFields(app: string): Readonly<Record<string, string>> {
  return {
    'access-control-allow-origin': app,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'etag, content-range, retry-after',
  };
}

export function answerPreflight(reply: FastifyReply): FastifyReply {
  return reply
    .code(204)
    .headers({
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers': ALLOWED_FIELDS,
      'access-control-max-age': String(PREFLIGHT_SECONDS),
    })
    .send();
}
