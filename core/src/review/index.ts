/**
 * Review: what a party may see of the stolen mail, and how it is closed up for it alone (docs/formats/{projection,release,grant,reviewer-key}.md).
 *
 * - `projectMessage` makes the copy that the party's own mailbox would have held: pure, deterministic, byte by byte from the evidence. It never
 *   throws on content; what cannot be decided is held for a person. `checkProjection` looks at the result with another reader and another list:
 *   nothing that it finds a flaw in may be sealed. `findQuoted` finds earlier messages in a message's text, `isQuotationOf` says whether one of them is certainly
 *   a quotation of an original, `projectQuoted` cuts out what two people released where none is held.
 * - `describeMessage` says of a projection what the index has of it; `OUTSIDE_SENTENCES` are a verdict's reasons in words for outsiders.
 * - `sealContent` and `openContent` close up and open one message for a vault; `makeGrant` and `openGrant` wrap the vault's key for one reviewer. What
 *   does not open is null: a wrong key and altered bytes are not told apart.
 * - `toIndexText` and `packIndex` write the index of a release; `readIndexLines` reads it while it unpacks, within limits, `readIndex` whole.
 * - `verifyRelease` says whether a release is what two people approved and the log holds. It comes before any decryption.
 *
 * - `makeCodeProof`, `toChallengeText` and `signRequest` are what a person needs to enroll; `checkEnrollment` is how the lab judges it, believing nothing
 *   that a portal says (docs/formats/proof.md). `signCall` signs a call to a portal, `Standing` says to it what is in force, `followAccess` checks what
 *   it recorded, `readObjectsAnswer` takes apart what it gives of several objects (docs/formats/{portal-api,access-record}.md).
 * - `wrapKeys` and `openWrappedKeys` close up a reviewer's own keys for a passkey and the recovery key, with what they have seen; the key file is the form
 *   for programs (docs/formats/reviewer-key.md).
 * - `writeNoteDocument`, `verifyNoteDocument` and `openNote` are the notes that reviewers of a party leave for each other (docs/formats/note.md).
 * - `toMboxEntry`, `toOpenedFileName`, `toOpenedCsvLine` and `toOpenedJson` say how opened messages are written, on a command line and in a browser alike.
 *
 * - `toAppList` names the files of the reviewer app as the log has them; `readAppSettings` is what a site says to it (docs/formats/reviewer-app.md).
 *
 * Whoever opens gets whole messages or nothing: no stream of plaintext is handed out before its end was checked.
 */

export {
  type AccessHead,
  followAccess,
  hashAccess,
  NO_ACCESS_BEFORE,
  type ReviewAccess,
  readAccess,
  toAccessText,
} from './access/access-record.ts';
export {
  ASK_ALONE,
  inObjectGroups,
  LARGEST_OBJECT_TOGETHER_BYTES,
  LONGEST_OBJECTS_TOGETHER_BYTES,
  MOST_OBJECTS_TOGETHER,
  OBJECT_LENGTH_BYTES,
  readObjectsAnswer,
} from './access/objects-answer.ts';
export { readStanding, type Standing, toStandingText } from './access/standing.ts';
export {
  APP_LIST_FILE,
  APP_PROOF_FILE,
  APP_SETTINGS_FILE,
  type AppFile,
  readAppList,
  toAppList,
} from './app/app-list.ts';
export { type AppSettings, readAppSettings, toAppSettingsText } from './app/app-settings.ts';
export { findContentType } from './described/content-type.ts';
export { type DescribedMessage, describeMessage } from './described/describe-message.ts';
export { OUTSIDE_SENTENCES, type OutsideReason } from './described/outside-sentence.ts';
export {
  type EnquiryReply,
  openReply,
  REPLY_BYTES,
  type ReplyVerification,
  type SignedAnswer,
  sealReply,
} from './enquiry/enquiry-reply.ts';
export { type EnquiryRequest, readEnquiry, signEnquiry, verifyEnquiry } from './enquiry/enquiry-request.ts';
export {
  checkEnrollment,
  type EnrollmentCheck,
  type EnrollmentFlaw,
  type EnrollmentSurroundings,
  type IssuedCode,
} from './enrollment/check-enrollment.ts';
export {
  checkNomination,
  type NominatedEnrollment,
  type Nomination,
  type Nominator,
} from './enrollment/check-nomination.ts';
export { makeCodeProof } from './enrollment/code-proof.ts';
export {
  type DomainChallenge,
  type DomainProof,
  isToken,
  judgeDomainProof,
  TOKEN_LIFE_SECONDS,
  toChallengeName,
  toChallengeText,
} from './enrollment/domain-proof.ts';
export {
  type DomainWarning,
  judgeZone,
  type ZoneAnswer,
  type ZoneJudgement,
  type ZoneObservation,
} from './enrollment/judge-zone.ts';
export {
  digestRequest,
  type EnrollmentRequest,
  type PartyRequest,
  readRequest,
  type SignedRequest,
  signRequest,
  toRequestText,
  verifyEnrollment,
  verifyRequest,
} from './enrollment/party-request.ts';
export {
  composePortalTags,
  derivePortalTag,
  PORTAL_TAG_BYTES,
  PORTAL_TAG_FIELD,
  PORTAL_TAGS,
  readPortalTags,
} from './enrollment/portal-tag.ts';
export { isProvableDomain } from './enrollment/proof-scope.ts';
export {
  CALL_LIFE_SECONDS,
  CALL_NONCE_BYTES,
  type PortalCall,
  signCall,
  toCallMessage,
  verifyCall,
} from './enrollment/signed-call.ts';
export { chooseNewestNotes, type ReadNote } from './note/newest-notes.ts';
export {
  LONGEST_NOTE_CHARS,
  LONGEST_NOTE_TEXT_CHARS,
  type NoteContent,
  type NoteDocument,
  openNote,
  readNoteDocument,
  type SignedNoteDocument,
  verifyNoteDocument,
  writeNoteDocument,
} from './note/shared-note.ts';
export { toMboxEntry } from './opened/mbox-entry.ts';
export { OPENED_CSV_HEADER, toHarmlessCell, toOpenedCsvLine } from './opened/opened-csv.ts';
export { toOpenedFileName, toOpenedJson } from './opened/opened-file.ts';
export { findMessageId, type ListedMessage, toMessageList } from './opened/party-messages.ts';
export { checkProjection, type ProjectionFlaw } from './projection/check-projection.ts';
export { projectMessage } from './projection/project-message.ts';
export type { HoldReason, Projection, ProjectionRequest, WithholdReason } from './projection/projection.ts';
export {
  findQuoted,
  isQuotationOf,
  listSentences,
  type QuotedMessage,
  type Sentence,
} from './quoted/find-quoted.ts';
export { cutQuotations, projectQuoted } from './quoted/project-quoted.ts';
export type { QuotedBlock } from './quoted/quoted-block.ts';
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
export {
  type IndexLine,
  type IndexOpening,
  type IndexTables,
  type ReleaseStatement,
  toIndexedMessage,
} from './seal/index-line.ts';
export type { IndexedMessage } from './seal/indexed-message.ts';
export { type ReleaseManifest, readManifest, toManifestText } from './seal/manifest.ts';
export {
  type Gunzip,
  type Gzip,
  type IndexTaker,
  packIndex,
  readIndex,
  readIndexLines,
  toIndexText,
} from './seal/release-index.ts';
export {
  isFingerprint,
  type ReviewerKey,
  readReviewerKey,
  toFingerprint,
  toReviewerKeyText,
} from './seal/reviewer-key.ts';
export type { SealedFile } from './seal/sealed-files.ts';
export { openContent, sealContent } from './seal/sealed-message.ts';
export {
  type LogPlace,
  type ReleaseFlaw,
  type ReleasePapers,
  type ReleaseVerification,
  toLogged,
  verifyRelease,
} from './seal/verify-release.ts';
export { type ReviewerKeyPair, readKeyFileText, toKeyFileText } from './wrapped/key-file.ts';
export { isArmored, openWithPassphrase, sealWithPassphrase } from './wrapped/passphrase.ts';
export { RECOVERY_KEY_BYTES, toRecoveryPlace } from './wrapped/recovery-key.ts';
export { MOST_FORMER_VAULTS, type ReviewerKnowledge, type ReviewerSecret } from './wrapped/reviewer-secret.ts';
export {
  addSlot,
  isOpenedBy,
  makeWrapping,
  type OpenedKeys,
  openWithWrapping,
  openWrappedKeys,
  type Random,
  readWrappedHead,
  type WrappedSlot,
  type Wrapping,
  wrapKeys,
} from './wrapped/wrapped-keys.ts';
