/**
 * Audit logs in, `AuditRecord`s out. `createAccessReader` streams a file of any known form; rows it cannot read are
 * counted with their reason, never dropped silently (docs/formats/access-records.md). Nothing here throws on what a log
 * may hold.
 */

export { type AccessReader, createAccessReader } from './access-reader.ts';
export { type RowReading, readAccessRow } from './access-row.ts';
export type { ForeignLog } from './container/foreign-forms.ts';
export type { ForeignRowHandler } from './container/row-collector.ts';
export type { AuditFormat } from './formats/audit-format.ts';
export { AUDIT_FORMATS } from './formats/registry.ts';
