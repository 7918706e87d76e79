import type { FastifyRequest, RouteOptions } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Person } from '../store/portal-store.ts';
import { Denial } from './denial.ts';

export const policies = ['public', 'enrolling', 'reviewer', 'nominator', 'lab'] as const;
export type Policy = (typeof policies)[number];

/** The caller, as far as it is proved. */
export type Caller =
  | { readonly is: 'anybody' }
  | { readonly is: 'key'; readonly sign: string }
  | { readonly is: 'person'; readonly person: Person; readonly session: string }
  | { readonly is: 'lab' };

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
    /** Number of calls that one of this route counts as; 1 by default. */
    weight?: number;
  }
  interface FastifyRequest {
    caller: Caller;
    /** SHA-256 of the body according to a signed call; null if not given. */
    claimedBody: string | null;
    /** SHA-256 of the body as read; null if it was not read completely here. */
    bodyDigest: string | null;
  }
}

/**
 * Calls per minute from one address; generous, because many people may share one. Slows down guessing and locks nobody
 * out for long.
 */
const callsPerMinute: Readonly<Record<Policy, number>> = {
  public: 300,
  enrolling: 120,
  reviewer: 60_000,
  nominator: 600,
  lab: 60_000,
};

/** Most routes accept no query or parameters. */
const nothing = z.strictObject({});

/** Validates query, parameters and body of a route; checks a route without any only for presence. */
export const compileValidator: typeof validatorCompiler = (route) =>
  (route.schema as unknown) === nothing ? takeNothing : validatorCompiler(route);

function takeNothing(found: object | null): { readonly value: object } | { readonly error: Error } {
  return found === null || Object.keys(found).length === 0
    ? { value: found ?? {} }
    : { error: new Denial('malformed') };
}

/** @throws when a route does not declare its callers: the server must not start. */
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

/** Only routes that declare a body accept one. */
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

/** The caller's session; for a signed call, which has none, a name that no session has. */
export function getSession(request: FastifyRequest): string {
  return requirePerson(request).session;
}

function requirePerson({ caller }: FastifyRequest): Extract<Caller, { is: 'person' }> {
  if (caller.is !== 'person') throw new Error('a route for persons was reached without one');
  return caller;
}
