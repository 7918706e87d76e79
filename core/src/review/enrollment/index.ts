/**
 * How a person proves that they may read for a party, and how the lab checks it without believing the portal
 * (docs/formats/proof.md, docs/formats/portal-api.md).
 */

export {
  checkEnrollment,
  checkNomination,
  type EnrollmentCheck,
  type EnrollmentContext,
  type EnrollmentErrorCode,
  type IssuedCode,
  makeCodeProof,
  type NominatedEnrollment,
  type Nomination,
  type Nominator,
} from './check-enrollment.ts';
export {
  type DomainChallenge,
  type DomainProof,
  isProvableDomain,
  isToken,
  judgeDomainProof,
  TOKEN_LIFE_SECONDS,
  toChallengeName,
  toChallengeText,
} from './domain-proof.ts';
export {
  type DomainWarning,
  judgeZone,
  type ZoneAnswer,
  type ZoneJudgement,
  type ZoneObservation,
} from './judge-zone.ts';
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
} from './party-request.ts';
export {
  composePortalTags,
  derivePortalTag,
  PORTAL_TAG_BYTES,
  PORTAL_TAG_FIELD,
  PORTAL_TAGS,
  readPortalTags,
} from './portal-tag.ts';
export {
  CALL_LIFE_SECONDS,
  CALL_NONCE_BYTES,
  type PortalCall,
  signCall,
  toCallMessage,
  verifyCall,
} from './signed-call.ts';
