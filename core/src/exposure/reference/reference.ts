import { readCsv } from '@candor/core/base';

/**
 * Reference lists of the rules (docs/formats/rules.md, Attribution), read by the lab from `reference/`. `.txt` files:
 * the first word of each line without comments.
 */
export interface Reference {
  /** `provider-ranges.txt`: addresses and CIDR ranges of Microsoft 365. */
  readonly providerRanges: readonly string[];
  /** `first-party-apps.txt`: application ids of services that read mailboxes without a user's client. */
  readonly firstPartyApps: readonly string[];
  /** `operations.csv`: what operations of audit logs mean for mail. */
  readonly operations: OperationTable;
  /** `rule-parameters.txt`: parameters of rules that take no mail away (F1), in lower case. */
  readonly ruleParameters: ReadonlySet<string>;
}

/**
 * Meaning of an audit log operation for mail (docs/formats/operations.md). `rule`: a rule reads it. `person`: it may
 * show or forward mail, and no rule decides. `none`: it shows no mail.
 */
export type OperationBearing = 'rule' | 'person' | 'none';

/** Meanings by operation, with keys of `toOperationKey`. */
export type OperationTable = ReadonlyMap<string, OperationBearing>;

export function readOperationTable(csv: string): OperationTable {
  const [head, ...rows] = readCsv(csv);
  const name = head?.fields.indexOf('operation') ?? -1;
  const bearing = head?.fields.indexOf('bearing') ?? -1;
  return new Map(rows.map(({ fields }) => [toOperationKey(fields[name] ?? ''), toBearing(fields[bearing] ?? '')]));
}

/** Intermediate programs change the case of names; Entra's end in a full stop in some logs. */
export function toOperationKey(operation: string): string {
  return operation.trim().toLowerCase().replace(/\.$/, '').trimEnd();
}

function toBearing(text: string): OperationBearing {
  if (text.startsWith('none:')) return 'none';
  return text.startsWith('person:') ? 'person' : 'rule';
}
