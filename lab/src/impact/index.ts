/**
 * Whose mail it was: counterparties found, curated and counted.
 */
export { countImpact, tallyImpact } from './count-impact.ts';
export { isCountedAlike } from './counted-alike.ts';
export { createDraftRowTest } from './draft-rows.ts';
export { type ImpactInputs, readImpactInputs } from './impact-inputs.ts';
export { selectMarkedMessages } from './marked-messages.ts';
export { compareExposure, isShown } from './party-rank.ts';
export { recountParties, tallyVersion } from './recount-parties.ts';
export { searchExposed } from './search-exposed.ts';
export { openValueKey, toValueKeyPath } from './value-key.ts';
