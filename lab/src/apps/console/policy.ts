import {
  JOB_NAMES,
  type OperationContract,
  type OperationKind,
  type OperationRole,
} from '@candor/core/contract/operations';
import type { RouteOptions } from 'fastify';
import { ConsoleRefusal } from './denial.ts';

/**
 * It says who may call a route. `page`: a file of the release, the same for everybody; `token`: whoever holds the start
 * token; `session`: a person who is signed in; an operation or a role: such a person with one of its roles, or with it;
 * `code`: whoever has the code of a document to sign.
 */
export type ConsolePolicy =
  | 'page'
  | 'token'
  | 'session'
  | 'code'
  | { readonly operation: OperationContract }
  | { readonly role: OperationRole };

const CALLED: readonly OperationKind[] = ['read', 'act'];

declare module 'fastify' {
  interface FastifyContextConfig {
    consolePolicy?: ConsolePolicy;
  }
}

/** @throws Error for a route that does not say who may call it: the server must not start. */
export function requirePolicy({ method, url, config }: RouteOptions): void {
  if (config?.consolePolicy === undefined) throw new Error(`${String(method)} ${url} does not say who may call it`);
}

/**
 * The one place where a role decides.
 * @throws ConsoleRefusal for an operation outside one's roles, of the terminal, or that no page can call yet.
 */
export function assertMayCall(contract: OperationContract, roles: readonly OperationRole[]): void {
  // First: some of the terminal are of no role, and the reason is the same for everybody.
  if (contract.terminalOnly !== undefined) throw new ConsoleRefusal('terminal-only', [contract.terminalOnly]);
  if (!contract.roles.some((role) => roles.includes(role))) throw new ConsoleRefusal('not-allowed');
  const { name, kind, answer } = contract;
  if (JOB_NAMES.some((job) => job === name)) return;
  if (answer === undefined || !CALLED.includes(kind)) throw new ConsoleRefusal('not-offered');
}

/** @throws ConsoleRefusal without the role */
export function assertHasRole(role: OperationRole, roles: readonly OperationRole[]): void {
  if (!roles.includes(role)) throw new ConsoleRefusal('not-allowed');
}
