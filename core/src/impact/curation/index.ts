/**
 * What a person decided about parties: merge, split, rename, contacts. `assertCurationAllowed` throws a `Refusal`.
 */

export { applyCuration, type CuratedDetails, type Curation } from './apply-curation.ts';
export { assertCurationAllowed, CURATION_TEXT_LIMIT } from './assert-curation.ts';
export { type CurationAct, type CurationOperation, selectInForce } from './curation-operation.ts';
