/**
 * A wave of notices: drafted, sealed, taken back and described.
 */
export { assertComposed, assertFollowing, assertFresh, assertNotHeld, assertPrintable } from './check-composed.ts';
export { openCodePool } from './codes.ts';
export { openDeliveryComposer } from './compose-delivery.ts';
export { openDrafts, readDraftSources } from './draft-notices.ts';
export { insertNotices, type NoticeToCompose, recomposeNotice } from './insert-notices.ts';
export {
  assertTexts,
  chooseLanguage,
  countGaps,
  findDomain,
  judgeTexts,
  toListFacts,
} from './notice-facts.ts';
export { listDrafted } from './plan-wave.ts';
export { sealWave } from './seal-wave.ts';
