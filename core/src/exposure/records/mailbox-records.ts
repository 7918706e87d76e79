import type { Instant } from '@candor/core/base';
import type { Interval } from '@candor/core/evidence/incident';
import type { RecordedFolder } from '../coverage/gap.ts';

/** A record that a reason or a gap may cite. */
export interface CitedRecord {
  readonly id: string;
  readonly time: Instant;
}

/** An export, labelled intruder or ambiguous. */
export interface StrongRecord extends CitedRecord {
  readonly isIntruders: boolean;
}

/** A Sync, a list of a folder, or a Bind whose list is not whole, labelled intruder or ambiguous. */
export interface FolderRecord extends StrongRecord {
  /** Every folder that it names; empty: it names none. */
  readonly folders: readonly RecordedFolder[];
}

export interface SearchRecord extends CitedRecord {
  readonly query: string;
}

/** What the records of one mailbox say, beside the messages that they name. */
export interface MailboxRecords {
  /** At least one intruder record of the mailbox, of any kind and time, but a refused sign-in. */
  readonly isActive: boolean;
  /** When the intruder's last access to it ended (D1); minus infinity: it had none. */
  readonly lastReached: Instant;
  /**
   * A record of it says more than the rules understand (N1): of the intruder's kind `other`, or an export of nobody
   * known.
   */
  readonly isBeyondRules: boolean;
  readonly throttled: readonly CitedRecord[];
  readonly syncs: readonly FolderRecord[];
  readonly lists: readonly FolderRecord[];
  readonly exports: readonly StrongRecord[];
  readonly lossy: readonly FolderRecord[];
  /** Searches by the intruder whose query is recorded. */
  readonly searches: readonly SearchRecord[];
  readonly notRecorded: readonly Interval[];
}
