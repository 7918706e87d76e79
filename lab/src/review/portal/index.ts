/** Synchronizes with the portal: fetches what it holds, publishes what the lab decided. */
export { applyRevocations, type OwnRevocation } from './apply-revocations.ts';
export { type FetchedRequests, fetchRequests } from './fetch-requests.ts';
export { type FetchedReceipts, fetchViewReceipts } from './fetch-view-receipts.ts';
export { logHeads } from './log-heads.ts';
export { openDisputes } from './open-disputes.ts';
export { placeEnrollments } from './place-enrollments.ts';
export { listDifferences, openPortal, requirePortalPlace, toOrigin } from './portal-place.ts';
export {
  type LastStatement,
  listInForce,
  type PublishedStatement,
  publishAuthorizations,
  readLastStatement,
} from './publish-authorizations.ts';
export { publishTags, readIssuedCodes } from './publish-tags.ts';
