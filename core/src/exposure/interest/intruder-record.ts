import type { AuditRecord } from '@candor/core/evidence/record';

/** One record of the intruder, with where it stands in the logs. */
export interface IntruderRecord
  extends Pick<AuditRecord, 'id' | 'time' | 'kind' | 'operation' | 'query' | 'items' | 'folders'> {
  /** Null: the record is of no supplied mailbox. */
  readonly custodian: string | null;
  /** What the record gives as its mailbox where nobody supplied it; null where it names none. */
  readonly foreignMailbox: string | null;
  /** `file:line` or `file, row n`, of every row. */
  readonly sources: readonly string[];
}

/** A record and its places in the logs. */
export interface InterestCitation {
  readonly record: string;
  readonly sources: readonly string[];
}
