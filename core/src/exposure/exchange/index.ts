/**
 * Writes exposure.jsonl and records.jsonl byte for byte.
 */

export { createReasonsWriter, type ExposureRow, toExposureLine } from './exposure-jsonl.ts';
export {
  createRecordLineWriter,
  type RecordLineWriter,
  type RecordRow,
  type RecordShare,
  type RecordSource,
} from './records-jsonl.ts';
