/**
 * What reviewers may read: messages chosen, quoted, built into a release and filled into vaults.
 */
export { addQuoted, OwnWordsCollector } from './add-quoted.ts';
export { readAskedEnquiries, type WaitingEnquiry } from './asked-enquiries.ts';
export { type BuiltRelease, buildRelease } from './build-release.ts';
export { type ChoiceSources, chooseMessages } from './choose-messages.ts';
export { type ChosenMessage, isProved } from './chosen-message.ts';
export { type FilledParty, fillVaults, type MessageOutcome } from './fill-vaults.ts';
export { readFoundItems } from './found-items.ts';
export { ReleaseFiles } from './release-files.ts';
export { findScope, isWhole, type PartyReviewers } from './review-scope.ts';
