import { readCsv } from '@candor/core/base';

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

/**
 * What an operation of an audit log means for mail (docs/formats/operations.md). `rule`: a rule reads it. `person`:
 * mail may have been shown or led elsewhere, and no rule can tell. `none`: it shows nobody any mail.
 */
export type OperationBearing = 'rule' | 'person' | 'none';

/** Bearings by operation, as `toOperationKey` writes them. */
export type OperationTable = ReadonlyMap<string, OperationBearing>;

/** Reads `reference/operations.csv`. */
export function readOperationTable(csv: string): OperationTable {
  const [head, ...rows] = readCsv(csv);
  const name = head?.fields.indexOf('operation') ?? -1;
  const bearing = head?.fields.indexOf('bearing') ?? -1;
  return new Map(rows.map(({ fields }) => [toOperationKey(fields[name] ?? ''), toBearing(fields[bearing] ?? '')]));
}

/**
 * Programs between the log and us change the case of names; Entra's end in a full stop in one log and not in another.
 */
export function toOperationKey(operation: string): string {
  return operation.trim().toLowerCase().replace(/\.$/, '').trimEnd();
}

function toBearing(text: string): OperationBearing {
  if (text.startsWith('none:')) return 'none';
  return text.startsWith('person:') ? 'person' : 'rule';
}
