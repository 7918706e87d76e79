import type { Instant } from '@candor/core/base';
import { POSSIBLE_RANK, type VerdictRank } from './verdict-rank.ts';

/**
 * What the copies of one message say together. Used for one message after the other, so that no message stays in
 * memory.
 */
export interface MessageTally {
  /** Strongest of all copies, drafts included: their copies keep their verdicts. */
  strongest: VerdictRank;
  /** Strongest of the copies that are no drafts; -1 while there is none. Parties count by this one. */
  strongestSent: VerdictRank;
  date: Instant | null;
  /** Copies, by custodian, that are no drafts and whose own verdict is `possible` or stronger. */
  readonly exposedCopies: Map<number, number>;
  intruderSent: boolean;
  bulk: boolean;
  /** At least one of its exposed copies rests on more than undecided records. */
  isDecided: boolean;
}

export function createMessageTally(): MessageTally {
  return {
    strongest: -1,
    strongestSent: -1,
    date: null,
    exposedCopies: new Map(),
    intruderSent: false,
    bulk: false,
    isDecided: false,
  };
}

export function resetMessageTally(tally: MessageTally): void {
  tally.strongest = -1;
  tally.strongestSent = -1;
  tally.date = null;
  tally.exposedCopies.clear();
  tally.intruderSent = false;
  tally.bulk = false;
  tally.isDecided = false;
}

/** Adds one copy that is no draft. */
export function addSentCopy(
  tally: MessageTally,
  rank: VerdictRank,
  custodian: number,
  copy: {
    readonly date: Instant | null;
    readonly intruderSent: boolean;
    readonly bulk: boolean;
    readonly undecided?: boolean;
  },
): void {
  if (rank > tally.strongestSent) tally.strongestSent = rank;
  if (rank >= POSSIBLE_RANK) {
    tally.exposedCopies.set(custodian, (tally.exposedCopies.get(custodian) ?? 0) + 1);
    if (copy.undecided !== true) tally.isDecided = true;
  }
  tally.date ??= copy.date;
  if (copy.intruderSent) tally.intruderSent = true;
  if (copy.bulk) tally.bulk = true;
}
