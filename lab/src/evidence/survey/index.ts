/**
 * Surveys a folder before reading: mailboxes, logs, archives, files that no incident names, and whether they still
 * grow.
 */
export { guessOwner } from './guess-owner.ts';
export { listFolderLogs } from './log-folder.ts';
export { type EvidenceScan, type FoundArrival, scanEvidence } from './scan-evidence.ts';
export {
  canList,
  type FolderSurvey,
  type SeenRecord,
  type Surveyed,
  surveyFile,
  surveyFolder,
} from './survey-folder.ts';
export { surveyMailbox } from './survey-mailbox.ts';
export {
  findUnnamedFiles,
  STABLE_AFTER_MS,
  StabilityWatch,
  type SurveyMemory,
  type UnnamedFile,
} from './unnamed-files.ts';
export { type ForeignZip, findForeignZip } from './zip-content.ts';
