/**
 * Evidence read into the state: `importMailboxes` and `importAuditLogs` for a run, `readSignIns` to find leads.
 */
export { importAuditLogs } from './import-audit-logs.ts';
export { importMailboxes } from './import-mailboxes.ts';
export { readSignIns, type SignInReading } from './read-sign-ins.ts';
