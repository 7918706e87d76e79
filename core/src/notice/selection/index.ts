/**
 * The selection of a wave: what decisions and the incident file make of the evidence, in one document (docs/formats/
 * selection.md). Pure: the same inputs give the same bytes.
 */

export { listAssertions } from './assertions.ts';
export {
  listChangedFigures,
  listLeftOut,
  type SelectedParty,
  type SelectionGround,
  sumTakenOut,
} from './compute-selection.ts';
export {
  compareSelections,
  describeRow,
  describeSelection,
  type SelectionLine,
  type SelectionSection,
} from './describe-selection.ts';
export { readSelection } from './read-selection.ts';
export type {
  Assertion,
  LeftOutReason,
  ListedDecision,
  NamedDigest,
  RelayWay,
  Selection,
  SelectionRow,
  TakenOut,
} from './selection.ts';
export { commitSelection, SELECTION_SALT_BYTES, toSelectionText } from './selection-text.ts';
