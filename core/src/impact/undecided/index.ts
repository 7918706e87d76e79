/** What rests on records whose author nobody has decided: it is never said to be the intruder's doing. */

export { countUndecidedParties, type IntruderSaying, sayIntruder, type UndecidedCounts } from './undecided.ts';
