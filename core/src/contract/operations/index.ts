/**
 * What can be done with an incident: each operation with its name, its input, who may call it and what is signed.
 * Command line and console are derived from it; nothing here does anything.
 *
 * - A schema is the type of an input; `field` adds the words with which people give a value, `optional` keeps them.
 * - `readFieldWords` throws for a field without words, which is a fault of the program.
 */
export { answerOperations } from './answer-operations.ts';
export { auditOperations } from './audit-operations.ts';
export type { CalledActs, CalledOperations, FolderLookAnswer, FolderStart, StartedJobs } from './called-operations.ts';
export { contactOperations } from './contact-operations.ts';
export { deliveryOperations } from './delivery-operations.ts';
export { enrollmentOperations } from './enrollment-operations.ts';
export { evidenceOperations } from './evidence-operations.ts';
export { exposureOperations } from './exposure-operations.ts';
export { argument, type FieldWords, field, flag, optional, readFieldWords } from './field.ts';
export { eraseOperations, findingOperations } from './finding-operations.ts';
export { impactOperations } from './impact-operations.ts';
export { incidentOperations, siteOperations } from './incident-operations.ts';
export { JOB_NAMES, JOB_STATES, type JobName, type JobState, jobOperations } from './job-operations.ts';
export { journalOperations } from './journal-operations.ts';
export { noticeOperations } from './notice-operations.ts';
export { type OperationContract, type OperationKind, type OperationRole, reviewedDigest } from './operation.ts';
export { peopleOperations } from './people-operations.ts';
export {
  portalOperations,
  ROUND_EVERY,
  releaseOperations,
  WITHHELD_DECISION,
  withheldOperations,
} from './release-operations.ts';
export { reviewerOperations } from './reviewer-operations.ts';
export { transparencyOperations } from './transparency-operations.ts';
export { approveElsewhere, waveOperations } from './wave-operations.ts';
