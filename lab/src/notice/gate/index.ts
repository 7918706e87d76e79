/**
 * What must be in order before a notice is sent: the domain's records, a probe that arrives, secrets kept in files.
 */
export { requireResolvers } from './require-resolvers.ts';
export { type DnsClient, toResolver } from './resolver.ts';
export { runGate } from './run-gate.ts';
