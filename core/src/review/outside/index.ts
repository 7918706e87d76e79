/**
 * A verdict's reasons in words for outsiders: `OUTSIDE_SENTENCES` by reason, in English, as the index of a release has
 * them. The app's other languages translate them.
 */
export { OUTSIDE_SENTENCES, type OutsideReason } from './outside-sentence.ts';
