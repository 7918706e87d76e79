import { type Said, toSaid } from '@candor/core/base';
import type { PartyExposure } from '../party-exposure.ts';

/** The part of a party's exposed messages that may be said to be the intruder's doing. */
export type IntruderSaying =
  | { readonly state: 'known'; readonly said: Said<'intruder', number> }
  | { readonly state: 'in-part'; readonly said: Said<'intruder', number>; readonly undecided: number }
  | { readonly state: 'undecided'; readonly undecided: number };

/**
 * Messages behind which a record or a reach of the intruder stands, apart from those that rest on undecided records
 * alone: these may be the owner's own accesses.
 */
export function sayIntruder({
  messages,
  undecided = 0,
}: Pick<PartyExposure, 'messages' | 'undecided'>): IntruderSaying {
  if (messages > 0 && undecided >= messages) return { state: 'undecided', undecided };
  const said = toSaid('intruder', messages - undecided);
  return undecided === 0 ? { state: 'known', said } : { state: 'in-part', said, undecided };
}

/** Depends on records whose author nobody has decided. */
export interface UndecidedCounts {
  readonly records: number;
  readonly copies: number;
  readonly parties: number;
}

/** Parties that need no notice if all undecided records are the owners'. Lists are never notified. */
export function countUndecidedParties(parties: Iterable<PartyExposure>): number {
  let count = 0;
  for (const party of parties)
    if (party.kind !== 'list' && party.messages > 0 && sayIntruder(party).state === 'undecided') count += 1;
  return count;
}
