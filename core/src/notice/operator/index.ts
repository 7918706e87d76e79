/**
 * Operators, their approvals, and the key set that readers trust (`keys.json`).
 */

export {
  type Approval,
  type ApprovalType,
  digestDocument,
  findOwnMailboxes,
  QUORUM,
  readApprovals,
  selectValidApprovals,
  signApproval,
  toApprovalMessage,
} from './approval.ts';
export { type ApprovedDocument, claimApproved } from './approved.ts';
export {
  type FormerKeySet,
  findEarlyKeys,
  findKeySetAt,
  fingerprintKeySet,
  type KeySet,
  readFormerKeys,
  readKeySet,
  toFormerKeysText,
  toKeyRecord,
  toKeySet,
  toKeySetOf,
} from './key-set.ts';
