import { compareUtf8 } from '@candor/core/base';
import { isNeutralKind, isReadByName } from '../../record/access-kind.ts';
import type { AccessFileReading, AccessRow, ForeignRows, OtherOperation } from '../../record/audit-record.ts';
import { isObject, type LooseObject } from '../../record/loose-value.ts';
import type { RowUnit } from '../../record/row-place.ts';
import { readAccessRow } from '../access-row.ts';
import type { AuditFormat } from '../formats/audit-format.ts';
import type { ForeignLog } from './foreign-forms.ts';
import { findForeignRow } from './foreign-log.ts';
import { createTruncationWatch } from './truncation.ts';

/** Distinct names of unknown operations that are counted for one file; Microsoft documents about 2,000 in all. */
const OTHER_OPERATIONS_LIMIT = 10_000;

/** Takes one row of a log of another kind, as an object. */
export type ForeignRowHandler = (log: ForeignLog, row: LooseObject) => void;

/** Takes rows from a container's reader, hands them on, and keeps what the whole file tells. */
export interface RowCollector {
  /**
   * A parsed row; `undefined` when it was no JSON. `format` where it is known better than from the row.
   */
  addValue(value: unknown, line: number, format?: AuditFormat): void;
  /** The row, or the list of rows, in which the file ends. */
  addCutOff(line: number): void;
  /** What the file says itself of rows that are not in it. */
  addCut(reason: string): void;
  /** Columns that a table of records lacks. */
  addMissing(columns: readonly string[]): void;
  addRow(row: AccessRow, format: AuditFormat | null): void;
  /** What the reader of this file counts; lines until one says otherwise. */
  setUnit(unit: RowUnit): void;
  /** Who is shown each row of a log of another kind; null when nobody is. */
  readonly onForeign: ForeignRowHandler | null;
  /** Rows of a log of another kind, the first of them at `line`. */
  addForeign(log: ForeignLog, line: number, rows: number): void;
  conclude(): AccessFileReading;
}

export function createRowCollector(
  onRow: (row: AccessRow) => void,
  onForeign: ForeignRowHandler | null = null,
): RowCollector {
  const watch = createTruncationWatch();
  const others = new Map<string, Omit<OtherOperation, 'operation'>>();
  let format: AuditFormat | null = null;
  let unit: RowUnit = 'line';
  let rows = 0;
  let throttlingLost = 0;
  let cut: string | null = null;
  const missing = new Set<string>();
  let foreign: ForeignRows | null = null;

  function addRow(row: AccessRow, from: AuditFormat | null): void {
    rows += 1;
    format ??= from;
    if (row.state === 'record' && row.record.kind === 'other') countOther(row.record.operation, row.line, from);
    onRow(row);
  }

  function countOther(operation: string, line: number, from: AuditFormat | null): void {
    const isNeutral = from?.rows !== undefined;
    if (!isNeutral && isReadByName(operation)) return;
    const isUnknownKind = isNeutral && !isNeutralKind(operation);
    const known = others.get(operation);
    if (known !== undefined) others.set(operation, { ...known, rows: known.rows + 1 });
    else if (others.size < OTHER_OPERATIONS_LIMIT) others.set(operation, { rows: 1, line, isUnknownKind });
  }

  function addForeign(log: ForeignLog, line: number, count: number): void {
    foreign = { log: foreign?.log ?? log, line: foreign?.line ?? line, rows: (foreign?.rows ?? 0) + count };
  }

  return {
    addRow,
    onForeign,
    setUnit(found) {
      unit = found;
    },
    addForeign,
    addCutOff: (line) => addRow({ state: 'unreadable', line, cause: 'cut-off', operation: null }, null),
    addCut(reason) {
      cut ??= reason;
    },
    addMissing(columns) {
      for (const column of columns) missing.add(column);
    },
    addValue(value, line, known) {
      const reading = readAccessRow(value, line);
      // No row of its own: a log of sign-ins would be a thousand rows that nobody can read, each of them perhaps an
      // access.
      const other = reading.row.state === 'unreadable' && isObject(value) ? findForeignRow(value) : null;
      if (other !== null) {
        addForeign(other, line, 1);
        if (isObject(value)) onForeign?.(other, value);
        return;
      }
      watch.see(reading.resultIndex, reading.resultCount);
      if (reading.isThrottlingLost) throttlingLost += 1;
      addRow(reading.row, known ?? reading.format);
    },
    conclude() {
      const sorted = [...others].sort((a, b) => compareUtf8(a[0], b[0]));
      return {
        container: format?.name ?? null,
        unit,
        rows,
        truncated: cut ?? watch.conclude(rows, format?.rowCaps),
        throttlingLost,
        foreign,
        missingColumns: [...missing].sort(compareUtf8),
        otherOperations: sorted.map(([operation, other]) => ({ operation, ...other })),
      };
    },
  };
}
