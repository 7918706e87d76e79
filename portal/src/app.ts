import type { Duplex } from 'node:stream';
import { formatInstant } from '@candor/core/base';
import {
  bodyLimits,
  type DenialCode,
  MAX_PATH_PART_CHARS,
  portalPaths,
  type StatusAnswer,
} from '@candor/core/contract';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addAccessRoutes } from './access/routes.ts';
import { watchConnections } from './adapters/connections.ts';
import { toServerFactory } from './adapters/tls-server.ts';
import { addAuthorizationRoutes } from './authorization/routes.ts';
import { Denial, toDenialCode, toStatus } from './call/denial.ts';
import { assertBodyExpected, compileValidator, preparePolicy } from './call/policy.ts';
import { addEnrollmentRoutes } from './enrollment/routes.ts';
import { readFixedFields } from './fixed-fields.ts';
import { addNoteRoutes } from './note/routes.ts';
import { addPushRoutes } from './object/push-routes.ts';
import { addObjectRoutes } from './object/routes.ts';
import { toCallStore } from './service/call-store.ts';
import type { Portal, PortalApp } from './service/portal.ts';
import { findCaller } from './session/guard.ts';
import { answerPreflight, toAppFields } from './session/origin.ts';
import { addSessionRoutes } from './session/routes.ts';
import { assertClaimedBody, Nonces } from './session/signed-call.ts';
import { addTagRoutes } from './stranger/routes.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const MALFORMED = '{"code":"malformed"}';
/** Time for receiving a request. A slow client may take minutes to read a large object, but not to ask. */
const REQUEST_MS = 120_000;
const CONNECTION_MS = 300_000;
/** Body limit of requests without a declared body. */
const PREFLIGHT_WEIGHT = 0.001;
/** Time for pending answers when the portal is stopped. */
const ENDING_MS = 5_000;

/** One line of the portal's log. Nothing in it was sent by a client. */
export interface LogLine {
  /** Time of the answer, UTC. */
  readonly at: string;
  readonly method: string;
  /** The declared route with `:names`, never the requested path. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  /** Name and code of a fault; its message may contain what was sent. */
  readonly fault?: string;
}

/**
 * Builds the server.
 * @throws when a route has no policy.
 */
export async function buildApp(portal: Portal, log: (line: LogLine) => void): Promise<PortalApp> {
  const fields = await readFixedFields();
  const app = fastify({
    trustProxy: portal.settings.trustedProxies.length > 0 ? portal.settings.trustedProxies : false,
    bodyLimit: bodyLimits.any,
    routerOptions: { maxParamLength: MAX_PATH_PART_CHARS },
    requestTimeout: REQUEST_MS,
    connectionTimeout: CONNECTION_MS,
    exposeHeadRoutes: false,
    logger: false,
    // Otherwise Node would answer a request without a host itself, without our headers.
    http: { requireHostHeader: false },
    ...toServerFactory(portal.settings.listen.tls),
    // Before routing: invalid paths and requests that are not HTTP.
    frameworkErrors: (_fault, _request, reply) => {
      deny((reply as unknown as FastifyReply).headers(fields), 'malformed');
    },
    clientErrorHandler: (_fault, socket) => denyBare(socket, fields),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(compileValidator);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRoute', preparePolicy);
  app.decorateRequest('caller');
  app.decorateRequest('claimedBody', null);
  app.decorateRequest('bodyDigest', null);
  answerFaults(app, portal, log);
  takeBodies(app, portal);
  answerExpectations(app, fields);
  await app.register(cookie);
  await app.register(rateLimit, {
    keyGenerator: (request) => portal.strangers.toCaller(request),
    store: toCallStore(portal.clock),
    errorResponseBuilder: () => new Denial('too-many'),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Candor portal', version: '1' } },
    transform: jsonSchemaTransform,
  });
  endInTime(app);
  admit(app, portal, fields);
  addStatusRoutes(app, portal);
  addSessionRoutes(app, portal);
  addEnrollmentRoutes(app, portal);
  addAccessRoutes(app, portal);
  addObjectRoutes(app, portal);
  addNoteRoutes(app, portal);
  addPushRoutes(app, portal);
  addAuthorizationRoutes(app, portal);
  addTagRoutes(app, portal);
  return app;
}

/** An idle client must not delay the stop. */
function endInTime(app: PortalApp): void {
  const endConnections = watchConnections(app.server);
  app.addHook('preClose', (done) => {
    const timer = setTimeout(endConnections, ENDING_MS);
    app.server.once('close', () => clearTimeout(timer));
    done();
  });
}

/**
 * First determines the caller, then whether the body is the signed one. Returns no promise where nothing is awaited:
 * several per call are measurable.
 */
function admit(app: PortalApp, portal: Portal, fields: Readonly<Record<string, string>>): void {
  const nonces = new Nonces();
  const digestOfNothing = portal.primitives.sha256Hex('');
  const { hosts } = portal.settings;
  const ofTheApp = { ...fields, ...toAppFields(portal.settings.app) };
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.headers.origin === portal.settings.app ? ofTheApp : fields);
    if (request.headers.host === undefined && request.raw.httpVersion !== '1.0') {
      reply.header('connection', 'close');
      done(new Denial('malformed'));
    } else if (hosts !== undefined && !hosts.includes(toHostName(request.headers.host))) done(new Denial('wrong-host'));
    else done();
  });
  // After rate limits, before any byte of a body is read.
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    const { policy } = request.routeOptions.config;
    const caller = policy === undefined ? null : findCaller(request, policy, portal, nonces);
    if (!(caller instanceof Promise)) {
      if (caller !== null) request.caller = caller;
      done();
      return;
    }
    caller.then(
      (found) => {
        request.caller = found;
        done();
      },
      (thrown: Error) => done(thrown),
    );
  });
  app.addHook('preValidation', (request, _reply, done) => {
    assertClaimedBody(request, digestOfNothing);
    assertBodyExpected(request);
    done();
  });
}

/** Without port and a last dot. A name that is not ours belongs to a site that points at this server. */
function toHostName(host = ''): string {
  return host
    .toLowerCase()
    .replace(/:[0-9]*$/, '')
    .replace(/\.$/, '');
}

/** JSON and, for the lab, sealed bytes. Any other type is refused, so that no form of another site is ever read. */
function takeBodies(app: PortalApp, { primitives }: Portal): void {
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    request.bodyDigest = primitives.sha256Hex(body as Buffer);
    parseJson(request, body.toString(), done);
  });
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}

function addStatusRoutes(app: PortalApp, { settings, boot, clock }: Portal): void {
  const config = { policy: 'public' } as const;
  app.get(
    portalPaths.status,
    { config },
    async (): Promise<StatusAnswer> => ({
      v: 1,
      boot,
      time: formatInstant(clock()),
      incident: settings.incident,
      organization: settings.organization,
      app: settings.app,
      passkeys: settings.passkeys,
    }),
  );
  app.get(portalPaths.openapi, { config }, async () => app.swagger());
  // A preflight request has no tag and must not be counted with other callers at the address. It has the query of the
  // call that follows.
  const schema = { querystring: z.looseObject({}) };
  app.options(portalPaths.any, { config: { ...config, weight: PREFLIGHT_WEIGHT }, schema }, async (_request, reply) =>
    answerPreflight(reply),
  );
}

function answerFaults(app: PortalApp, { clock }: Portal, log: (line: LogLine) => void): void {
  const faults = new WeakMap<FastifyRequest, string>();
  app.setNotFoundHandler((_request, reply) => deny(reply, 'not-found'));
  app.setErrorHandler((thrown, request, reply) => {
    const code = toDenialCode(thrown);
    if (code === 'fault') faults.set(request, describeFault(thrown));
    return deny(reply, code);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const fault = faults.get(request);
    log({
      at: formatInstant(clock()),
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(fault === undefined ? {} : { fault }),
    });
    done();
  });
}

/** Name, code and place of a fault, without its message, in which libraries quote their input. */
function describeFault(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` ${thrown.code}` : '';
  const place = /\n[^\S\n]+at ([^\n]+)/.exec(thrown.stack?.slice(thrown.message.length) ?? '')?.[1] ?? '';
  return `${thrown.name}${code} ${place}`.trim();
}

function deny(reply: FastifyReply, code: DenialCode): FastifyReply {
  return reply.code(toStatus(code)).type(JSON_TYPE).send(`{"code":"${code}"}`);
}

/** `Expect` with anything but `100-continue`, which Node would answer itself as well. */
function answerExpectations(app: PortalApp, fields: Readonly<Record<string, string>>): void {
  app.server.on('checkExpectation', (_request, reply) => {
    const own = { 'content-type': JSON_TYPE, 'content-length': MALFORMED.length, connection: 'close' };
    reply.writeHead(400, { ...fields, ...own }).end(MALFORMED);
  });
}

/** For a client that does not speak HTTP: answers and closes the connection. */
function denyBare(socket: Duplex, fields: Readonly<Record<string, string>>): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const own = { 'content-type': JSON_TYPE, 'content-length': MALFORMED.length, connection: 'close' };
  const lines = Object.entries({ ...fields, ...own }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('')}\r\n${MALFORMED}`);
}
