/**
 * Reads audit logs into `AuditRecord`s. `createAccessReader` streams a file of any known format; unreadable rows are
 * counted with their reason, never dropped silently (docs/formats/access-records.md). No content makes it throw.
 */

export type { ForeignLog } from '../record/foreign-log.ts';
export { type AccessReader, createAccessReader } from './access-reader.ts';
export { type RowReading, readAccessRow } from './access-row.ts';
export type { ForeignRowHandler } from './container/row-collector.ts';
export {
  createDeliveryLogReader,
  type DeliveryLogReader,
  type DeliveryLogReading,
  type DeliveryRow,
} from './delivery-log.ts';
export type { AuditFormat } from './formats/audit-format.ts';
export { AUDIT_FORMATS } from './formats/registry.ts';
