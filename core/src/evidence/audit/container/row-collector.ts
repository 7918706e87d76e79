import { compareUtf8 } from '@candor/core/base';
import { isNeutralKind, isReadByName } from '../../record/access-kind.ts';
import type { AccessFileReading, AccessRow, ForeignRows, OtherOperation } from '../../record/audit-record.ts';
import type { ForeignLog } from '../../record/foreign-log.ts';
import { isObject, type LooseObject } from '../../record/loose-value.ts';
import type { RowUnit } from '../../record/row-place.ts';
import { readAccessRow } from '../access-row.ts';
import type { AuditFormat } from '../formats/audit-format.ts';
import { findForeignRow } from './foreign-log.ts';
import { createTruncationWatch } from './truncation.ts';

/** Distinct unknown operations counted per file; Microsoft documents about 2,000 in all. */
const MAX_OTHER_OPERATIONS = 10_000;

/** Receives one foreign row as an object. */
export type ForeignRowHandler = (log: ForeignLog, row: LooseObject) => void;

/** Receives rows from a container reader, passes them on, and collects facts about the whole file. */
export interface RowCollector {
  /** A parsed row; `undefined` for invalid JSON. `format` if known better than from the row. */
  addValue(value: unknown, line: number, format?: AuditFormat): void;
  addCutOff(line: number): void;
  /** The file's own statement that rows are missing. */
  addCut(reason: string): void;
  /** Columns missing from a table of records. */
  addMissing(columns: readonly string[]): void;
  addRow(row: AccessRow, format: AuditFormat | null): void;
  /** The unit this reader counts; lines by default. */
  setUnit(unit: RowUnit): void;
  /** Receives each foreign row; null for none. */
  readonly onForeign: ForeignRowHandler | null;
  /** Foreign rows, the first of them at `line`. */
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
    else if (others.size < MAX_OTHER_OPERATIONS) others.set(operation, { rows: 1, line, isUnknownKind });
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
      // Not counted as rows: a sign-in log would be a thousand unreadable rows, each perhaps an access.
      const other = reading.row.state === 'unreadable' && isObject(value) ? findForeignRow(value) : null;
      if (other !== null) {
        addForeign(other, line, 1);
        if (isObject(value)) onForeign?.(other, value);
        return;
      }
      const { row, resultIndex, resultCount } = reading;
      watch.see({ resultIndex, resultCount, time: row.state === 'record' ? row.record.time : null });
      if (reading.isThrottlingLost) throttlingLost += 1;
      addRow(reading.row, known ?? reading.format);
    },
    conclude() {
      const missed = watch.conclude(rows, format?.rowCaps);
      const sorted = [...others].sort((a, b) => compareUtf8(a[0], b[0]));
      return {
        container: format?.name ?? null,
        unit,
        rows,
        truncated: cut ?? missed.truncated,
        holes: missed.holes,
        throttlingLost,
        foreign,
        missingColumns: [...missing].sort(compareUtf8),
        otherOperations: sorted.map(([operation, other]) => ({ operation, ...other })),
      };
    },
  };
}
