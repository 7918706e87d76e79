/**
 * Reviewers enrol: their domain is proved, their key compared, their authorization issued and transferred.
 */
export { requireAgreeingResolvers, toMinResolvers } from './agreeing-resolvers.ts';
export { type Announcement, readAnnouncement } from './announcement.ts';
export { applyObjections, stopEnrollment } from './apply-objections.ts';
export { assertReady, type OverrideReasons, settleEnrollmentNeeds } from './assert-ready.ts';
export { judgeProof, type ProofDeps } from './judge-proof.ts';
export { observeZone } from './observe-zone.ts';
export { PartyPlaces } from './party-places.ts';
export { placeNominees } from './place-nominees.ts';
export { describeProofOutcome, domainWarningWords } from './proof-words.ts';
export { raiseTransfers } from './raise-transfers.ts';
export { findReadiness, type Readiness } from './readiness.ts';
export { publishEnquiryAnswers } from './tell-enquiries.ts';
