/**
 * Reviewers enrol: their domain is proved, their key compared, their authorization issued and transferred.
 */
export { applyObjections, stopEnrollment } from './apply-objections.ts';
export { assertReady, type OverrideReasons, settleEnrollmentNeeds } from './assert-ready.ts';
export { describeProofOutcome, domainWarningWords, judgeProof, type ProofDeps } from './judge-proof.ts';
export { observeZone, requireAgreeingResolvers, toMinResolvers } from './observe-zone.ts';
export { PartyPlaces } from './party-places.ts';
export { placeNominees, raiseTransfers } from './place-nominees.ts';
export { publishEnquiryAnswers } from './publish-enquiry-answers.ts';
export { type Announcement, findReadiness, type Readiness, readAnnouncement } from './readiness.ts';
