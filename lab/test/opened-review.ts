import * as prepared from '../src/commands/review/prepare-releases.ts';
import * as withheld from '../src/commands/review/withheld.ts';
import { actingState, onPath, readingState } from './opened-state.ts';

/** What commands do for review, each called with the path of a state that is open only meanwhile. */
export const prepareReleases = onPath(actingState, prepared.prepareReleases);
export const withhold = onPath(actingState, withheld.withhold);
export const keepWithheld = onPath(actingState, withheld.keepWithheld);
export const releaseWithheld = onPath(actingState, withheld.releaseWithheld);
export const listWithheld = onPath(readingState, withheld.listWithheld);
export const showWithheld = onPath(readingState, withheld.showWithheld);
