import { compareUtf8 } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';

/** What a party's place in the list follows from. */
type Ranked = Pick<PartyExposure, 'party' | 'accessed' | 'presumed' | 'messages' | 'undetermined'>;

/** Most exposed first: by opened, then taken as copied, then all exposed messages. */
export function compareExposure(a: Ranked, b: Ranked): number {
  return (
    b.accessed - a.accessed ||
    b.presumed - a.presumed ||
    b.messages - a.messages ||
    b.undetermined - a.undetermined ||
    compareUtf8(a.party, b.party)
  );
}

/** The place of each party, from 0. Of a party no more than its figures is held. */
export function rankParties(parties: Iterable<PartyExposure>): ReadonlyMap<string, number> {
  const figures: Ranked[] = [];
  for (const { party, accessed, presumed, messages, undetermined } of parties)
    figures.push({ party, accessed, presumed, messages, undetermined });
  return new Map(figures.sort(compareExposure).map(({ party }, rank) => [party, rank]));
}

/** Any message of it counts. */
export function isShown({ messages, undetermined, intruderSent }: PartyExposure): boolean {
  return messages + undetermined + intruderSent > 0;
}
