/**
 * What a person decided about parties: merge, split, rename, contacts. `assertCurationAllowed` throws a `Refusal`.
 */

export { applyCuration, type CuratedDetails, type Curation } from './apply-curation.ts';
export { assertCurationAllowed, MAX_CURATION_TEXT_UNITS } from './assert-curation.ts';
export { type CurationAct, type CurationOperation, listNamedParties, selectInForce } from './curation-operation.ts';
