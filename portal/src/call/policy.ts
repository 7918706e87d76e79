import type { FastifyRequest, RouteOptions } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Person } from '../store/portal-store.ts';
import { Denial } from './denial.ts';

export const policies = ['public', 'enrolling', 'reviewer', 'nominator', 'lab'] as const;
/** Who may call a route (docs/formats/portal-api.md, Policies). */
export type Policy = (typeof policies)[number];

/** Who calls, as far as it was shown. */
export type Caller =
  | { readonly is: 'anybody' }
  | { readonly is: 'key'; readonly sign: string }
  | { readonly is: 'person'; readonly person: Person; readonly session: string }
  | { readonly is: 'lab' };

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
    /** For how many calls one of this route counts; 1 where nothing is said. */
    weight?: number;
  }
  interface FastifyRequest {
    caller: Caller;
    /** SHA-256 that a signed call says its body has; null where none was said. */
    claimedBody: string | null;
    /** SHA-256 of the body as it was read; null when it was not read whole here. */
    bodyDigest: string | null;
  }
}

/**
 * Calls a minute from one address; generous, because many people may share one. It slows guessing down and locks nobody
 * out for long.
 */
const callsPerMinute: Readonly<Record<Policy, number>> = {
  public: 300,
  enrolling: 120,
  reviewer: 60_000,
  nominator: 600,
  lab: 60_000,
};

/** Most routes take nothing in query and path. */
const nothing = z.strictObject({});

/** What reads query, path and body of a route; of one that takes nothing it only looks whether there is anything. */
export const compileValidator: typeof validatorCompiler = (route) =>
  (route.schema as unknown) === nothing ? takeNothing : validatorCompiler(route);

function takeNothing(found: object | null): { readonly value: object } | { readonly error: Error } {
  return found === null || Object.keys(found).length === 0
    ? { value: found ?? {} }
    : { error: new Denial('malformed') };
}

/** @throws a fault when a route does not say who may call it: the server must not start. */
export function preparePolicy(route: RouteOptions): void {
  const policy = route.config?.policy;
  if (policy === undefined || !policies.includes(policy))
    throw new Error(`${String(route.method)} ${route.url} does not say who may call it`);
  const { weight = 1 } = route.config ?? {};
  const rateLimit = {
    max: Math.floor(callsPerMinute[policy] / weight),
    timeWindow: 60_000,
    groupId: `${policy}${weight}`,
  };
  route.config = { ...route.config, rateLimit };
  route.schema = { querystring: nothing, ...route.schema };
  if (!route.url.includes(':') && !route.url.includes('*')) route.schema = { params: nothing, ...route.schema };
}

/** Bodies come only where a route names their form. */
export function assertBodyExpected(request: FastifyRequest): void {
  const isExpected = request.routeOptions.schema?.body !== undefined || request.routeOptions.config.policy === 'lab';
  if (!isExpected && request.body !== undefined && request.body !== null) throw new Denial('malformed');
}

export function getKey(request: FastifyRequest): string {
  if (request.caller.is !== 'key') throw new Error('a route for keys was reached without one');
  return request.caller.sign;
}

export function getPerson(request: FastifyRequest): Person {
  return requirePerson(request).person;
}

/** The session by which somebody calls; of a signed call, which has none, a name that no session has. */
export function getSession(request: FastifyRequest): string {
  return requirePerson(request).session;
}

function requirePerson({ caller }: FastifyRequest): Extract<Caller, { is: 'person' }> {
  if (caller.is !== 'person') throw new Error('a route for persons was reached without one');
  return caller;
}
