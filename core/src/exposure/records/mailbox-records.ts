import type { Instant } from '@candor/core/base';
import type { RecordedFolder } from '../coverage/gap.ts';

/** A record that a reason or a gap may cite. */
export interface CitedRecord {
  readonly id: string;
  readonly time: Instant;
}

/** A Sync, or a Bind whose list is not whole, labelled intruder or ambiguous. */
export interface FolderRecord extends CitedRecord {
  readonly isIntruders: boolean;
  /** Every folder that it names; empty: it names none. */
  readonly folders: readonly RecordedFolder[];
}

export interface SearchRecord extends CitedRecord {
  readonly query: string;
}

/** What the records of one mailbox say, beside the messages that they name. */
export interface MailboxRecords {
  /** At least one intruder record of the mailbox, of any kind and time. */
  isActive: boolean;
  readonly throttled: CitedRecord[];
  readonly syncs: FolderRecord[];
  readonly lossy: FolderRecord[];
  /** Searches by the intruder whose query is recorded. */
  readonly searches: SearchRecord[];
}

export function createMailboxRecords(): MailboxRecords {
  return { isActive: false, throttled: [], syncs: [], lossy: [], searches: [] };
}
