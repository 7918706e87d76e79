/**
 * Auditing a wave: the parts of an export, and every difference between what was issued and what the evidence gives
 * again (docs/formats/audit.md). Pure. `readX` takes a stranger's text and gives null for another form.
 */

export {
  type AuditEvidence,
  type AuditFigures,
  type AuditHead,
  type AuditInput,
  type AuditNotice,
  type AuditOpening,
  type AuditProgram,
  type AuditValue,
  type AuditWave,
  readAuditCounted,
  readAuditDecisions,
  readAuditEvidence,
  readAuditFigures,
  readAuditHead,
  readAuditNotices,
  readAuditOpenings,
  readAuditValues,
  readAuditWave,
} from './audit-part.ts';
export { compareEvidence } from './compare-evidence.ts';
export { compareNotices, type ReplayedNotice } from './compare-notices.ts';
export { compareParties, type DueParty, findOmitted, type NamedParties } from './compare-parties.ts';
export { compareVerdicts } from './compare-verdicts.ts';
export {
  AUDIT_SUBJECTS,
  type AuditDifference,
  type AuditSubject,
  describeJsonDifference,
  sortDifferences,
  type Unreplayed,
} from './difference.ts';
