/**
 * What rests on records of which nobody has said who made them: it is never said to be the intruder's doing.
 */

export { countUndecidedParties, type IntruderSaying, sayIntruder, type UndecidedCounts } from './undecided.ts';
