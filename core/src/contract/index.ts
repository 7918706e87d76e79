/**
 * The contract of the portal's API (docs/formats/portal-api.md), shared by the server and everything that calls it.
 * Nothing here calls or answers.
 *
 * - `portalPaths` has every address; `withQuery` adds a query. No other file of the product spells one, which a house
 *   test looks for.
 * - `portalRequests`, in `@candor/core/contract/requests`, are the bodies, queries and path parts that the server
 *   takes: only the server loads them.
 * - `MeAnswer` and its like are what the server writes. They are promises of a server that is not believed: callers
 *   read them as strangers' bytes.
 * - `bodyLimits` (bytes) and `listLimits` (members) are the sizes both sides keep to; times are seconds.
 * - `readDenialCode` reads why a call was denied: null for any body that is no denial.
 */
export { type DenialCode, denialStatuses, readDenialCode } from './denial.ts';
export type {
  EnrolledAnswer,
  ListedRequest,
  MeAnswer,
  OwnEnrollment,
  PartyAnswer,
  PushAnswer,
  RequestAnswer,
  RequestState,
  ReviewerRole,
  SessionsAnswer,
  StatusAnswer,
} from './portal-answers.ts';
export {
  bodyLimits,
  listLimits,
  MAX_DOCUMENT_AGE_SECONDS,
  MAX_PATH_PART_CHARS,
  MAX_WRAPPED_CHARS,
  OBJECTS_PER_CALL,
} from './portal-limits.ts';
export { portalPaths, type ReleasePaper, releasePapers, toSeveralObjects, withQuery } from './portal-paths.ts';
