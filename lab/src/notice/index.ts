/**
 * What all of notification shares: the incident as it is disclosed now, its gaps and open matters, answers to
 * enquiries, and which notices a later one replaces.
 */
export { type Disclosure, loadDisclosure, loadIncidentNow } from './disclosure.ts';
export { makeEnquiryAnswer } from './enquiry-answer.ts';
export { readVersionFacts } from './gaps.ts';
export { digestGateSettings, findGateObstacle, type GateResult } from './gate-result.ts';
export { keepDispute } from './open-dispute.ts';
export { type PendingTasks, readPendingTasks } from './pending-tasks.ts';
export { findSuperseded, listGuessedBeside, listRepeats } from './superseded.ts';
export { findAdded, type WaveSettings } from './wave-settings.ts';
