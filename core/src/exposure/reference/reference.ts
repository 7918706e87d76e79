import type { OperationTable } from './operation-table.ts';

/**
 * Reference lists that the rules need, as data (docs/formats/rules.md, Attribution). The lab reads them from its copy
 * of `reference/`. Of the `.txt` files: the first word of each line that is no comment.
 */
export interface Reference {
  /** `provider-ranges.txt`: addresses and CIDR ranges of Microsoft 365. */
  readonly providerRanges: readonly string[];
  /** `first-party-apps.txt`: application ids of services that read mailboxes without a user's client. */
  readonly firstPartyApps: readonly string[];
  /** `operations.csv`: what operations of audit logs mean for mail. */
  readonly operations: OperationTable;
}
