import { Refusal } from '@candor/core/base';
import {
  consolePaths,
  type IncidentsAnswer,
  type JobAnswer,
  SEEN_FIELD,
  SESSION_KEY_FIELD,
  type SessionAnswer,
} from '@candor/core/contract/console';
import {
  JOB_NAMES,
  type JobName,
  type OperationContract,
  type OperationRole,
  readFieldWords,
} from '@candor/core/contract/operations';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { assertOwnBrowser, FIXED_FIELDS } from './browser-guard.ts';
import type { CallAnswer } from './call-pool.ts';
import { CONTRACTS } from './contract-table.ts';
import { ConsoleRefusal, toConsoleRefusal } from './denial.ts';
import { addFirstUse, type FirstUse } from './first-use.ts';
import { onceAnswer, toOutput } from './once-answer.ts';
import type { OpenedIncident } from './opened-incidents.ts';
import type { PageFile } from './page-files.ts';
import { assertHasRole, assertMayCall, requirePolicy } from './policy.ts';
import type { Session, Sessions } from './sessions.ts';
import type { SigningDesk } from './signing-desk.ts';
import { addSigning } from './signing-routes.ts';

const COOKIE = 'candor-console';
const COOKIE_RULES = { path: '/', httpOnly: true, sameSite: 'strict' } as const;
/** What a page says to an operation; the largest are lists of parties. */
const MAX_BODY_BYTES = 1_000_000;
const REQUEST_MS = 30_000;

export interface ConsoleParts {
  readonly person: string;
  readonly roles: readonly OperationRole[];
  readonly sessions: Sessions;
  readonly signing: SigningDesk;
  readonly incidents: ReadonlyMap<string, OpenedIncident>;
  readonly files: ReadonlyMap<string, PageFile>;
  /** Null: it serves one state, and no folder of incidents. */
  readonly firstUse: FirstUse | null;
  /** Known once the server listens. */
  readonly port: () => number;
  /** Name of a fault and its route; nothing that was sent or read. */
  readonly note: (fault: string) => void;
}

/** Builds the server. @throws Error when a route has no policy */
export async function buildConsole(parts: ConsoleParts): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: MAX_BODY_BYTES, requestTimeout: REQUEST_MS, logger: false });
  app.addHook('onRoute', requirePolicy);
  app.removeContentTypeParser('text/plain');
  app.setNotFoundHandler(() => {
    throw new ConsoleRefusal('not-found');
  });
  app.setErrorHandler((thrown, request, reply) => {
    const { code, status, reasons, changes } = toConsoleRefusal(thrown);
    if (code === 'fault')
      parts.note(`${request.routeOptions.url ?? 'no route'}: ${thrown instanceof Error ? thrown.name : 'fault'}`);
    return reply
      .code(status)
      .headers(FIXED_FIELDS)
      .send({ code, reasons, ...(changes.length === 0 ? {} : { changes }) });
  });
  await app.register(cookie);
  app.decorateRequest('session', null);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(FIXED_FIELDS);
    assertOwnBrowser(request.method, request.headers, parts.port());
    request.session = admit(request, parts);
  });
  addPages(app, parts.files);
  addSession(app, parts);
  addFirstUse(app, parts.firstUse, parts);
  addSigning(app, parts);
  for (const contract of CONTRACTS) addOperation(app, contract, parts);
  return app;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null: the route asks for none. */
    session: Session | null;
  }
}

/** Before any byte of a body is read. */
function admit(request: FastifyRequest, { sessions, roles }: ConsoleParts): Session | null {
  const { consolePolicy: policy } = request.routeOptions.config;
  // An unknown address has no policy and is answered with nothing.
  if (policy === undefined || policy === 'page' || policy === 'token' || policy === 'code') return null;
  const key = request.headers[SESSION_KEY_FIELD];
  const session = sessions.admit(request.cookies[COOKIE], typeof key === 'string' ? key : undefined);
  if (session === null) throw new ConsoleRefusal('signed-out');
  if (policy === 'session') return session;
  if ('role' in policy) assertHasRole(policy.role, roles);
  else assertMayCall(policy.operation, roles);
  return session;
}

function addPages(app: FastifyInstance, files: ReadonlyMap<string, PageFile>): void {
  for (const [path, { type, bytes }] of files)
    app.get(path, { config: { consolePolicy: 'page' } }, (_, reply) => reply.type(type).send(Buffer.from(bytes)));
}

const tokenBody = z.strictObject({ token: z.string().max(100) });

function addSession(app: FastifyInstance, { sessions, incidents, person }: ConsoleParts): void {
  app.post(consolePaths.session, { config: { consolePolicy: 'token' } }, (request, reply): SessionAnswer => {
    // A form can send no JSON; the field says that a script of this page did.
    const given = tokenBody.safeParse(request.body);
    if (!given.success || request.headers[SESSION_KEY_FIELD] === undefined) throw new ConsoleRefusal('malformed');
    const secrets = sessions.open(given.data.token);
    if (secrets === null) throw new ConsoleRefusal('token-spent');
    reply.setCookie(COOKIE, secrets.cookie, COOKIE_RULES);
    return { key: secrets.key };
  });
  app.delete(consolePaths.session, { config: { consolePolicy: 'session' } }, (request, reply) => {
    sessions.end(request.cookies[COOKIE]);
    return reply.clearCookie(COOKIE, COOKIE_RULES).code(204).send();
  });
  app.post(
    consolePaths.incidents,
    { config: { consolePolicy: 'session' } },
    (): IncidentsAnswer => ({ person, incidents: [...incidents.values()].map(({ shown }) => shown) }),
  );
}

/** What a page may say to an operation: no file or folder of this machine. */
function toPageInput({ input }: OperationContract): z.ZodObject {
  const offered = Object.entries(input.shape).filter(([, value]) => {
    const { isWritten = false, value: typed = '' } = readFieldWords(value);
    return !isWritten && typed !== 'file' && typed !== 'dir';
  });
  return z.strictObject(Object.fromEntries(offered));
}

/** One address an operation. */
function addOperation(app: FastifyInstance, contract: OperationContract, parts: ConsoleParts): void {
  const input = toPageInput(contract);
  const config = { consolePolicy: { operation: contract } };
  const path = consolePaths.toOperation(':incident', contract.name);
  app.post<{ Params: { incident: string } }>(path, { config }, async (request, reply) => {
    const { params, body } = request;
    const incident = parts.incidents.get(params.incident);
    if (incident === undefined) throw new ConsoleRefusal('not-found');
    const given = input.safeParse(body ?? {});
    if (!given.success)
      throw new ConsoleRefusal(
        'malformed',
        given.error.issues.map(({ message }) => message),
      );
    const job = JOB_NAMES.find((name) => name === contract.name);
    const order = {
      state: incident.state,
      name: contract.name,
      input: given.data,
      person: parts.person,
      seen: readSeen(request),
    };
    const answer = await (job !== undefined
      ? onceAnswer(request, () => startJob(incident, job, given.data, parts.person))
      : contract.kind === 'act'
        ? onceAnswer(request, () => incident.writer.call(order))
        : incident.readers.call(order));
    const output = toOutput(answer);
    if (answer.is === 'answer' && answer.seen !== null) reply.header(SEEN_FIELD, answer.seen);
    return output;
  });
}

/** It goes on when the request has been answered. */
async function startJob(incident: OpenedIncident, operation: JobName, input: object, by: string): Promise<CallAnswer> {
  try {
    const output: JobAnswer = { job: await incident.jobs.start({ operation, input, by }) };
    return { is: 'answer', output, seen: null };
  } catch (cause) {
    if (cause instanceof Refusal) return { is: 'refused', reasons: cause.reasons, changes: [] };
    return { is: 'fault', name: cause instanceof Error ? cause.name : typeof cause };
  }
}

/** Which decisions the page of an act knew of. */
function readSeen({ headers }: FastifyRequest): number | null {
  const seen = headers[SEEN_FIELD];
  if (seen === undefined) return null;
  if (typeof seen !== 'string' || !/^\d{1,15}$/.test(seen))
    throw new ConsoleRefusal('malformed', [`${SEEN_FIELD} is the number of a decision`]);
  return Number(seen);
}
