/**
 * What is in force at a portal (`Standing`), and the signed records of what reviewers opened
 * (docs/formats/access-record.md).
 */

export { type Authorizations, readAuthorizations, toAuthorizationsText } from './authorizations.ts';
export {
  groupObjects,
  MAX_GROUPED_OBJECT_BYTES,
  MAX_OBJECTS_TOGETHER,
  MAX_OBJECTS_TOGETHER_BYTES,
  NOT_IN_ANSWER,
  OBJECT_LENGTH_BYTES,
  readObjectsAnswer,
} from './objects-answer.ts';
export {
  followReceipts,
  hashReceipt,
  NO_PREVIOUS_RECEIPT,
  type ReceiptHead,
  readReceipt,
  toReceiptText,
  type ViewReceipt,
} from './view-receipt.ts';
