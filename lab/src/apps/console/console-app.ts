import {
  consolePaths,
  type IncidentsAnswer,
  SESSION_KEY_FIELD,
  type SessionAnswer,
} from '@candor/core/contract/console';
import { type OperationContract, type OperationRole, readFieldWords } from '@candor/core/contract/operations';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { assertOwnBrowser, FIXED_FIELDS } from './browser-guard.ts';
import { CONTRACTS } from './contract-table.ts';
import { ConsoleRefusal, toConsoleRefusal } from './denial.ts';
import type { OpenedIncident } from './opened-incidents.ts';
import type { PageFile } from './page-files.ts';
import { assertMayCall, requirePolicy } from './policy.ts';
import type { Sessions } from './sessions.ts';

const COOKIE = 'candor-console';
const COOKIE_RULES = { path: '/', httpOnly: true, sameSite: 'strict' } as const;
/** What a page says to an operation; the largest are lists of parties. */
const MAX_BODY_BYTES = 1_000_000;
const REQUEST_MS = 30_000;

/** The person at this machine has every role. */
const ALONE: readonly OperationRole[] = ['viewer', 'responder', 'counsel', 'notifier'];

export interface ConsoleParts {
  readonly person: string;
  readonly sessions: Sessions;
  readonly incidents: ReadonlyMap<string, OpenedIncident>;
  readonly files: ReadonlyMap<string, PageFile>;
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
    const { code, status, reasons } = toConsoleRefusal(thrown);
    if (code === 'fault')
      parts.note(`${request.routeOptions.url ?? 'no route'}: ${thrown instanceof Error ? thrown.name : 'fault'}`);
    return reply.code(status).headers(FIXED_FIELDS).send({ code, reasons });
  });
  await app.register(cookie);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(FIXED_FIELDS);
    assertOwnBrowser(request.method, request.headers, parts.port());
    admit(request, parts.sessions);
  });
  addPages(app, parts.files);
  addSession(app, parts);
  for (const contract of CONTRACTS) addOperation(app, contract, parts);
  return app;
}

/** Before any byte of a body is read. */
function admit(request: FastifyRequest, sessions: Sessions): void {
  const { consolePolicy: policy } = request.routeOptions.config;
  // An unknown address has no policy and is answered with nothing.
  if (policy === undefined || policy === 'page' || policy === 'token') return;
  const key = request.headers[SESSION_KEY_FIELD];
  if (!sessions.admit(request.cookies[COOKIE], typeof key === 'string' ? key : undefined))
    throw new ConsoleRefusal('signed-out');
  if (policy !== 'session') assertMayCall(policy.operation, ALONE);
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
  app.post<{ Params: { incident: string } }>(path, { config }, async ({ params, body }) => {
    const incident = parts.incidents.get(params.incident);
    if (incident === undefined) throw new ConsoleRefusal('not-found');
    const given = input.safeParse(body ?? {});
    if (!given.success)
      throw new ConsoleRefusal(
        'malformed',
        given.error.issues.map(({ message }) => message),
      );
    const order = { state: incident.state, name: contract.name, input: given.data, person: parts.person };
    const answer = await incident.readers.read(order);
    if (answer.is === 'refused') throw new ConsoleRefusal('refused', answer.reasons);
    if (answer.is === 'fault') throw new ConsoleRefusal('fault');
    return answer.output;
  });
}
