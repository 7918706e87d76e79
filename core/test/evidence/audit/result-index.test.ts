import { describe, expect, it } from 'vitest';
import { bind, readAccess } from './fictional-access.ts';

const DAY = Date.UTC(2001, 8, 12) / 1000;

/** A row of a search; the hour of its record is `hour`, or the row is broken. */
function row(ResultIndex: unknown, ResultCount: unknown, hour: number | null): string {
  const time = hour === null ? 'never' : `2001-09-12T${String(hour).padStart(2, '0')}:00:00`;
  const record = bind(`r${String(ResultIndex)}-${String(ResultCount)}-${hour}`, { CreationTime: time });
  return JSON.stringify({ ResultIndex, ResultCount, Operations: 'Update', AuditData: JSON.stringify(record) });
}

function read(rows: readonly string[]) {
  const { truncated, holes } = readAccess(`[${rows.join(',')}]`).reading;
  return { truncated, holes: holes.map(({ from, to }) => [(from - DAY) / 3600, (to - DAY) / 3600]) };
}

describe('a hole in the ResultIndex of a search', () => {
  it('lies between the rows around it, forwards or backwards, equal times allowed', () => {
    expect(read([row(1, 4, 1), row(4, 4, 9)])).toEqual({ truncated: null, holes: [[1, 9]] });
    expect(read([row(4, 4, 1), row(1, 4, 9)])).toEqual({ truncated: null, holes: [[1, 9]] });
    expect(read([row(1, 6, 2), row(3, 6, 2), row(6, 6, 5)]).holes).toEqual([
      [2, 2],
      [2, 5],
    ]);
    expect(read([row('1', '4', 1), row('4', '4', 9)]).holes).toEqual([[1, 9]]);
  });

  it('is the whole covers where the rows do not tell when', () => {
    const said = 'no row with ResultIndex 2 to 3 of ResultCount 5';
    expect(read([row(1, 5, 3), row(4, 5, 1), row(5, 5, 9)])).toEqual({ truncated: said, holes: [] });
    expect(read([row(1, 5, 1), row(4, 5, null), row(5, 5, 9)])).toEqual({ truncated: said, holes: [] });
    expect(read([row(2, 2, 1)]).truncated).toBe('no row with ResultIndex 1 of ResultCount 2');
  });

  it('is none where the file has as many rows without an index as indices are missing', () => {
    const search = [row(1, 4, 1), row(4, 4, 9)];
    expect(read([...search, row('', 4, 2)]).holes).toEqual([[1, 9]]);
    expect(read([...search, row('', 4, 2), row(null, 4, 3)]).holes).toEqual([]);
    expect(read([row(1, 2, 1), row(2, 2, 2)]).holes).toEqual([]);
  });

  it('takes the first row of each index, and each count for itself', () => {
    expect(read([row(1, 3, 1), row(1, 3, 8), row(3, 3, 4)]).holes).toEqual([[1, 4]]);
    expect(read([row(1, 3, 1), row(3, 3, 4), row(2, 9, 2)]).holes).toEqual([[1, 4]]);
  });
});
