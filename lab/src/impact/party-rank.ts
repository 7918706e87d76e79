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
