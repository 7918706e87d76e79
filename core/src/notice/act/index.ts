/**
 * What an act of two people says, for the screen of whoever signs it: rows from the document's bytes alone, the same on
 * the command line and in a browser.
 */

export { type ActDescription, type DescribedRow, describeAct } from './describe-act.ts';
