/**
 * Proving the log to others: checkpoints, proofs of entries, and checks of what was published.
 */

export { checkActs } from './check-acts.ts';
export { type CheckedApp, checkApp } from './check-app.ts';
export { checkHome } from './check-home.ts';
export { checkStore, type StoreCheck } from './check-store.ts';
export { countFound } from './count-found.ts';
export { openAll, openForParty, proveEntry } from './open-entries.ts';
export { type PublishedLog, publishLog } from './publish-log.ts';
export { recomputeFigures, toBasis } from './recompute-figures.ts';
export { signLog } from './sign-log.ts';
export { findPlaces, toLogFolder } from './site-places.ts';
export { type ProvenEntry, verifyOpenings, verifyProofFile } from './verify-files.ts';
