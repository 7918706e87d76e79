/**
 * What outsiders run to answer "did this organization issue this notice, and does my copy say what was issued?"
 * (docs/formats/verify-site.md). `checkNotice` is the one implementation; the page and `candor verify` show its answer.
 * The lab uses the same door to build the files that it reads. Nothing here believes a byte that it was given.
 */

export type {
  ComparedNotice,
  IssuedAddresses,
  IssuedFound,
  IssuedNotice,
  IssuedText,
  MissingProof,
  NoticeAnswer,
} from './answer.ts';
export { type BucketShape, DEFAULT_BUCKET_SHAPE, NONCE_BYTES, toBucketBytes } from './bucket-shape.ts';
export {
  type CheckTools,
  checkNotice,
  type Inflate,
  type NoticeCheck,
  RECENT_SECONDS,
  type SiteAccess,
} from './check-notice.ts';
export { markNewWords } from './compare/mark-new-words.ts';
export { compareReceived, type SentMessage } from './compare-received.ts';
export { BUCKET_COUNT, type SealedPlace, toBucketName, toSealedPlace } from './place.ts';
export { type CheckState, findPrintedRoot, type NoticeProof } from './prove-notice.ts';
export { RECEIVED_BYTES } from './received/received.ts';
export { claimGenuine, claimRewritten, findIssuedTo } from './said-answer.ts';
export { type Deflate, fitsSlot, type SealedProofs, type SealedSlot, sealNotice } from './seal-notice.ts';
export { type NoticeStatus, SEALED_NOTICE_BYTES, type SealedNotice } from './sealed-notice.ts';
export {
  readSiteDescription,
  SITE_DESCRIPTION_PATH,
  type SiteDescription,
  toSiteDescription,
  toSitePaths,
} from './site-description.ts';
