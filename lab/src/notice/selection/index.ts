/**
 * The selection document of a wave: composed when the wave is sealed, and compared before it is approved and sent.
 */
export { assertSelection, assertSendable, assertWay } from './check-selection.ts';
export { composeSelection } from './compose-selection.ts';
export { previewSelection } from './seal-selection.ts';
