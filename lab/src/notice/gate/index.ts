/**
 * What must be in order before a notice is sent: the domain's records, a probe that arrives, secrets kept in files.
 */
export { type DnsClient, requireResolvers, toResolver } from './resolver.ts';
export { runGate } from './run-gate.ts';
