import type { Attributed } from '../attribution/attribution.ts';
import type { RecordMailbox } from '../attribution/mailbox-index.ts';

export interface GatheredRecord extends Attributed {
  readonly mailbox: RecordMailbox;
  /** Its user is one whom the intruder uses (A8). */
  readonly isUserUsed: boolean;
  /** A person read it (`accepted`). */
  readonly isAccepted: boolean;
  /** Linked later than 24 hours after containment: it gives no reason (A10b). */
  readonly isLinkedAfter: boolean;
}
