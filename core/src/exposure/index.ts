/**
 * Exposure: access records and copies in, one verdict for each copy out, with every reason (docs/formats/rules.md).
 * Pure and deterministic: the order and the repetition of records and copies change nothing. `Exposure` is the whole
 * procedure.
 *
 * - Instants are whole UTC seconds, ids of records are texts, mailboxes are custodians.
 * - Records go in once each: rows with one id are united before (`mergeAuditRecords`).
 * - Copies go in as evidence hands them on; their Message-ID is trimmed already.
 * - Nothing here throws on what a log or a sender may hold.
 */

export { Exposure, type LabelledRecord, type SoughtCopy } from './exposure.ts';
export type { BindIdCounts, Unresolved } from './unresolved.ts';
