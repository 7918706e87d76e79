import type { FastifyReply, FastifyRequest } from 'fastify';
import { Denial } from '../call/denial.ts';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);
const NEAR = new Set(['same-origin', 'same-site']);
const PREFLIGHT_SECONDS = 600;
const ALLOWED_FIELDS =
  'content-type, candor-key, candor-time, candor-nonce, candor-body, candor-signature, candor-tag, if-none-match, range';

/**
 * Refuses what a browser may have sent from a page that is not the reviewer app. Fetching leaves a record, so reading
 * is judged as changing is. The app is on another origin than the portal, so browsers say its origin with every request
 * of it; what comes by a session without one is an image, a link or a form of some page nearby. Only an app on the
 * portal's own origin reads without.
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

/** Let the reviewer app, on its own origin, read what is answered. */
export function toAppFields(app: string): Readonly<Record<string, string>> {
  return {
    'access-control-allow-origin': app,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'etag, content-range, retry-after',
  };
}

/** What a browser asks before it sends a request of another origin. */
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
