/**
 * Seals messages for a vault and opens them (age), wraps the vault's key for one reviewer (`makeGrant`), writes the
 * index of a release, and verifies a release before any decryption. A wrong key and altered bytes give the same answer,
 * null. Whole messages or nothing: no stream of plaintext is handed out before its end was checked
 * (docs/formats/release.md, docs/formats/grant.md).
 */

export {
  isRecipient,
  makeSealingKey,
  type OpenRecipient,
  openWith,
  type SealingKey,
  sealTo,
  toRecipient,
} from './age.ts';
export { type GrantScope, makeGrant, openGrant } from './grant.ts';
export {
  type IndexedFinding,
  type IndexedMessage,
  type IndexLine,
  type IndexOpening,
  type IndexTables,
  type ReleaseStatement,
  toIndexedMessage,
} from './index-line.ts';
export { type ReleaseManifest, readManifest, toManifestText } from './manifest.ts';
export {
  type Gunzip,
  type Gzip,
  type IndexConsumer,
  packIndex,
  readIndex,
  readIndexLines,
  toIndexText,
} from './release-index.ts';
export {
  isFingerprint,
  type ReviewerKey,
  readReviewerKey,
  toFingerprint,
  toReviewerKeyText,
} from './reviewer-key.ts';
export type { SealedFile } from './sealed-files.ts';
export { openContent, sealContent } from './sealed-message.ts';
export {
  type LogPosition,
  type ReleaseErrorCode,
  type ReleasePapers,
  type ReleaseVerification,
  toLoggedRelease,
  verifyRelease,
} from './verify-release.ts';
