/**
 * Two people approve: operators' keys, their approvals and the time to think again.
 */

export { type ActiveOperators, requireActiveOperators, toActiveOperator } from './active-operators.ts';
export { type ApprovalResult, approve, assertCooledOff, listApprovals } from './approve.ts';
export { assertNotOwn, findOperator, openApprover, type SigningOrder } from './approver.ts';
