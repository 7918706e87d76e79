import type { Attributed } from '../attribution/attribution.ts';
import type { RecordMailbox } from '../attribution/mailbox-index.ts';

/** What the store needs to know about a record besides its text; idle records never come here. */
export interface GatheredRecord extends Attributed {
  readonly mailbox: RecordMailbox;
  /** Its user is one whom the intruder uses (A8). */
  readonly isUserUsed: boolean;
  readonly isAccepted: boolean;
  readonly isLinkedAfter: boolean;
}
