/**
 * Two people approve: operators' keys, their approvals and the time to think again.
 */
export { type ApprovalResult, approve, listApprovals } from './approve.ts';
export { assertNotOwn, findOperator, openApprover, type SigningOrder } from './approver.ts';
export { assertCooledOff } from './cool-off.ts';
export { requireActiveOperators, type Standing, toStanding } from './standing.ts';
