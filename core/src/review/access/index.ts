/**
 * What is in force at a portal (`Standing`), and the signed records of what reviewers opened
 * (docs/formats/access-record.md).
 */

export {
  ASK_ALONE,
  inObjectGroups,
  LARGEST_OBJECT_TOGETHER_BYTES,
  LONGEST_OBJECTS_TOGETHER_BYTES,
  MOST_OBJECTS_TOGETHER,
  OBJECT_LENGTH_BYTES,
  readObjectsAnswer,
} from './objects-answer.ts';
export { readStanding, type Standing, toStandingText } from './standing.ts';
export {
  type AccessHead,
  followAccess,
  hashAccess,
  NO_ACCESS_BEFORE,
  readAccess,
  toAccessText,
  type ViewReceipt,
} from './view-receipt.ts';
