/**
 * Two people approve: operators' keys, their approvals and the time to think again. Whatever takes two people is a
 * `TwoPersonAct`, and `runAct` runs it.
 */

export { NOTHING_TO_RECHECK, nameAct, type Proposed, type TwoPersonAct, withoutMailboxes } from './act.ts';
export { type ActiveOperators, requireActiveOperators, toActiveOperator } from './active-operators.ts';
export { type ApprovalResult, assertCooledOff, assertMayAct, listApprovals } from './approve.ts';
export { findOperator } from './approver.ts';
export { runAct } from './run-act.ts';
export { requireSelectionToSign, type Signature, signByKeyFile, type ToSign } from './signature.ts';
