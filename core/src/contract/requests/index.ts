/**
 * Requests that the portal accepts: bodies, queries and path parts as strict zod schemas. Only the server loads them;
 * callers need only `@candor/core/contract`.
 */
export { portalRequests } from './portal-requests.ts';
