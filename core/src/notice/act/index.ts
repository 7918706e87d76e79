/**
 * An act of two people as its signer sees it: rows from the document's bytes alone, the same on the command line and
 * in a browser.
 */

export { type ActDescription, type DescribedRow, describeAct } from './describe-act.ts';
export { type EnclosedSelection, openSelection } from './open-selection.ts';
