/**
 * Evidence read into the state: `importMailboxes`, `importAuditLogs` and `importArrivals` for a run, `readSignIns` to
 * find leads.
 */

export { importArrivals } from './import-arrivals.ts';
export { importAuditLogs } from './import-audit-logs.ts';
export { importMailboxes } from './import-mailboxes.ts';
export { readSignIns, type SignInReading } from './read-sign-ins.ts';
