/**
 * Review: what a party may see of the stolen mail, and how it is closed up for it alone (docs/formats/{projection,release,grant,reviewer-key}.md).
 *
 * - `projectMessage` makes the copy that the party's own mailbox would have held: pure, deterministic, byte by byte from the evidence. It never
 *   throws on content; what cannot be decided is held for a person. `checkProjection` looks at the result with another reader and another list:
 *   nothing that it finds a flaw in may be sealed.
 * - `describeMessage` says of a projection what the index has of it; `toOutsideSentence` puts a verdict's reason into words for outsiders.
 * - `sealContent` and `openContent` close up and open one message for a vault; `makeGrant` and `openGrant` wrap the vault's key for one reviewer. What
 *   does not open is null: a wrong key and altered bytes are not told apart.
 * - `verifyRelease` says whether a release is what two people approved and the log holds. It comes before any decryption.
 *
 * Whoever opens gets whole messages or nothing: no stream of plaintext is handed out before its end was checked.
 */
export { type DescribedMessage, describeMessage } from './described/describe-message.ts';
export { toOutsideSentence } from './described/outside-sentence.ts';
export { checkProjection, type ProjectionFlaw } from './projection/check-projection.ts';
export { projectMessage } from './projection/project-message.ts';
export type { HoldReason, Projection, ProjectionRequest, WithholdReason } from './projection/projection.ts';
export {
  isRecipient,
  makeSealingKey,
  type OpenRecipient,
  openWith,
  type SealingKey,
  sealTo,
  toRecipient,
} from './seal/age.ts';
export { type GrantScope, makeGrant, openGrant } from './seal/grant.ts';
export { type ReleaseManifest, readManifest, type SealedFile, toManifestText } from './seal/manifest.ts';
export { type IndexedMessage, readIndex, toIndexText } from './seal/release-index.ts';
export {
  isFingerprint,
  type ReviewerKey,
  readReviewerKey,
  toFingerprint,
  toReviewerKeyText,
} from './seal/reviewer-key.ts';
export { openContent, sealContent } from './seal/sealed-message.ts';
export {
  type ReleaseFlaw,
  type ReleasePapers,
  type ReleaseVerification,
  toLogged,
  verifyRelease,
} from './seal/verify-release.ts';
