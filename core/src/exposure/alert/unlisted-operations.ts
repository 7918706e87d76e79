import { compareUtf8, type Instant } from '@candor/core/base';
import type { AuditRecord } from '@candor/core/evidence/record';
import { FirstKeys } from '../records/first-keys.ts';
import { isNeutral } from '../records/record-scope.ts';
import { type OperationTable, toOperationKey } from '../reference/reference.ts';

/** An operation missing from the table, in records that name a supplied mailbox. */
export interface UnlistedOperation {
  readonly operation: string;
  readonly records: number;
  readonly record: string;
  readonly time: Instant;
}

/** Finds unknown operations: they may show mail, whoever made them. */
export class UnlistedWatch {
  readonly #table: OperationTable;
  readonly #kept: FirstKeys<UnlistedOperation>;

  constructor(table: OperationTable, limit: number) {
    this.#table = table;
    this.#kept = new FirstKeys(limit);
  }

  see(record: AuditRecord): void {
    const { kind, operation } = record;
    // Other kinds belong to operations with a rule. The neutral CSV gives kinds, and unknown ones are reported at their
    // row.
    if (kind !== 'other' || isNeutral(record)) return;
    const key = toOperationKey(operation);
    if (this.#table.has(key)) return;
    const { id, time } = record;
    const known = this.#kept.get(key);
    const records = (known?.records ?? 0) + 1;
    const isFirst =
      known === undefined || time < known.time || (time === known.time && compareUtf8(id, known.record) < 0);
    // The first of two spellings in UTF-8 order counts, in any input order.
    const name = known === undefined || compareUtf8(operation, known.operation) < 0 ? operation : known.operation;
    this.#kept.set(
      key,
      isFirst ? { operation: name, records, record: id, time } : { ...known, operation: name, records },
    );
  }

  list(): readonly UnlistedOperation[] {
    return this.#kept.values();
  }
}
