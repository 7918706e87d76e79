/**
 * Reviewers enrol: their domain is proved, their key compared, their authorization issued and transferred.
 */
export { type Announcement, readAnnouncement } from './announcement.ts';
export { applyObjections, stopEnrollment } from './apply-objections.ts';
export { assertReady, type OverrideReasons, settleEnrollmentNeeds } from './assert-ready.ts';
export { describeProofOutcome, domainWarningWords, judgeProof, type ProofDeps } from './judge-proof.ts';
export { observeZone, requireAgreeingResolvers, toMinResolvers } from './observe-zone.ts';
export { PartyPlaces } from './party-places.ts';
export { placeNominees, raiseTransfers } from './place-nominees.ts';
export { findReadiness, type Readiness } from './readiness.ts';
export { publishEnquiryAnswers } from './tell-enquiries.ts';
