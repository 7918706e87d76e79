/**
 * Whose mail it was: counterparties found, curated and counted.
 */

export { searchControls, toControlRoot } from './control/search-controls.ts';
export { countImpact, recountNow, recountParties, tallyImpact, tallyVersion } from './count-impact.ts';
export { isCountedAlike, isCountedAlikeBefore } from './counted-alike.ts';
export { createDraftRowTest } from './draft-rows.ts';
export { type ImpactInputs, readImpactInputs, selectMarkedMessages } from './impact-inputs.ts';
export { compareExposure } from './party-rank.ts';
export { searchExposed } from './search-exposed.ts';
export { openValueKey, toValueKeyPath } from './value-key.ts';
