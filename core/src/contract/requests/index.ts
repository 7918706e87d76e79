/**
 * What the portal takes: bodies, queries and path parts as strict zod schemas. Only the server loads them; callers need
 * nothing but `@candor/core/contract`.
 */
export { portalRequests } from './portal-requests.ts';
