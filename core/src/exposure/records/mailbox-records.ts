import type { Instant } from '@candor/core/base';
import type { Interval } from '@candor/core/incident';
import type { RecordedFolder } from '../coverage/gap.ts';
import type { LastReached } from '../coverage/span.ts';

export interface CitedRecord {
  readonly id: string;
  readonly time: Instant;
}

/** An export, labelled intruder or ambiguous. */
export interface StrongRecord extends CitedRecord {
  readonly isIntruders: boolean;
  /** A10b: it gives no reason, and what it would take is `linked-after`. */
  readonly isLinkedAfter: boolean;
}

/** A Sync, a folder list, or an incomplete Bind, labelled intruder or ambiguous. */
export interface FolderRecord extends StrongRecord {
  /** Every folder that it names; empty for none. */
  readonly folders: readonly RecordedFolder[];
}

/** A search, labelled intruder or ambiguous. */
export interface SearchRecord extends StrongRecord {
  /** Null: not recorded. */
  readonly query: string | null;
}

/**
 * Records linked later than 24 hours after containment (A10b): they give no reason, but what they take is not cleared.
 */
export interface LinkedRecords {
  readonly syncs: readonly FolderRecord[];
  readonly lists: readonly FolderRecord[];
  readonly exports: readonly StrongRecord[];
  readonly lossy: readonly FolderRecord[];
}

/** Facts from one mailbox's records, besides the messages they name. */
export interface MailboxRecords {
  readonly isActive: boolean;
  readonly lastReached: LastReached;
  readonly hasControl: boolean;
  /**
   * Some record says more than these rules understand, so that nothing in the mailbox can be cleared (N1): of the
   * intruder's kind `other`, of this mailbox or its owner; an export by unknown users; the intruder's permission or
   * forwarding of somebody who was not supplied.
   */
  readonly isBeyondRules: boolean;
  readonly throttled: readonly CitedRecord[];
  readonly syncs: readonly FolderRecord[];
  readonly lists: readonly FolderRecord[];
  readonly exports: readonly StrongRecord[];
  readonly lossy: readonly FolderRecord[];
  readonly searches: readonly SearchRecord[];
  readonly notRecorded: readonly Interval[];
  /** None of them is in the lists above, but searches. */
  readonly linkedAfter: LinkedRecords;
}
