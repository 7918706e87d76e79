import { assertNever } from '@candor/core/base';
import type { FastifyRequest } from 'fastify';
import { Denial } from '../call/denial.ts';
import type { Caller, Policy } from '../call/policy.ts';
import type { Portal } from '../service/portal.ts';
import { assertAllowedOrigin } from './origin.ts';
import { type Nonces, readSignedCall } from './signed-call.ts';

/** `__Host-`: browsers accept it only from this host, over TLS, for all paths. */
export const SESSION_COOKIE = '__Host-candor';

/**
 * Identifies the caller and refuses anyone the route's policy does not name. Returns a promise only where a lookup is
 * needed.
 * @throws Denial
 */
export function findCaller(
  request: FastifyRequest,
  policy: Policy,
  portal: Portal,
  nonces: Nonces,
): Caller | Promise<Caller> {
  assertAllowedOrigin(request, portal.settings.app);
  switch (policy) {
    case 'public':
      return { is: 'anybody' };
    case 'enrolling':
      return readSignedCall(request, portal, nonces).then(async (sign) => {
        portal.strangers.assertCall(request, sign, (await portal.store.persons.find(sign)) !== null);
        return { is: 'key', sign };
      });
    case 'lab':
      // Compared first: another key need not be verified.
      if (request.headers['candor-key'] !== portal.settings.labKey) throw new Denial('not-signed-in');
      return readSignedCall(request, portal, nonces).then(() => ({ is: 'lab' }));
    case 'reviewer':
      // Reading without a browser: the holder of this key could register a passkey with it.
      if (request.method === 'GET' && request.headers['candor-key'] !== undefined)
        return readSignedCall(request, portal, nonces).then((sign) => toPerson(sign, '', policy, portal));
      return findPerson(request, policy, portal);
    case 'nominator':
      return findPerson(request, policy, portal);
    default:
      return assertNever(policy);
  }
}

async function findPerson(request: FastifyRequest, policy: 'reviewer' | 'nominator', portal: Portal): Promise<Caller> {
  const token = request.cookies[SESSION_COOKIE];
  const session = token === undefined ? null : portal.sessions.use(token, portal.clock());
  if (session === null) throw new Denial('not-signed-in');
  return toPerson(session.sign, session.id, policy, portal);
}

async function toPerson(
  sign: string,
  session: string,
  policy: 'reviewer' | 'nominator',
  portal: Portal,
): Promise<Caller> {
  if (!portal.labWord.isFresh(portal.clock())) throw new Denial('lab-silent');
  const person = await portal.store.persons.find(sign);
  if (person === null) throw new Denial('not-signed-in');
  // A reviewer is not told about nominator routes, not even that they exist.
  if (policy === 'nominator' && person.role !== 'nominator') throw new Denial('not-found');
  return { is: 'person', person, session };
}
