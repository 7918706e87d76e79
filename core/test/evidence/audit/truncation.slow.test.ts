import { describe, expect, it } from 'vitest';
import { bind, readAccess } from './fictional-access.ts';

const wrapper = (index: unknown, count: unknown) =>
  JSON.stringify({ ResultIndex: index, ResultCount: count, Operations: 'Update', AuditData: '' });
const truncated = (rows: readonly string[]) => readAccess(`[${rows.join(',')}]`).reading.truncated;

describe('an export is truncated', () => {
  it('when the largest index is below the count', () => {
    expect(truncated([wrapper(1, 3), wrapper(2, 3)])).toBe('ResultIndex 2 < ResultCount 3');
    expect(truncated([wrapper(3, 3), wrapper(2, 3), wrapper(1, 3)])).toBeNull();
    expect(truncated([wrapper(3, 3), wrapper(1, 3)])).toBe('no row with ResultIndex 2 of ResultCount 3');
    expect(truncated([wrapper('3', '3'), wrapper(1, '5')])).toBe('ResultIndex 1 < ResultCount 5');
    expect(truncated([wrapper(-1, 0)])).toBe('ResultIndex -1 < ResultCount 0');
  });

  it('when one of two searches with the same count lacks its last row', () => {
    const search = [1, 2, 3].map((index) => wrapper(index, 3));
    expect(truncated([...search, ...search])).toBeNull();
    expect(truncated([...search, wrapper(1, 3), wrapper(2, 3)])).toBe(
      '1 of 2 searches with ResultCount 3 have no last row',
    );
    expect(truncated([...search, wrapper('1', '3')])).not.toBeNull();
    // A last row that is there twice was fetched twice: nothing is missing.
    expect(truncated([...search, wrapper(3, 3)])).toBeNull();
    expect(truncated([wrapper(1, 1), wrapper(1, 1)])).toBeNull();
  });

  it('but not when an index or a count is not a number', () => {
    expect(truncated([wrapper('', 3), wrapper(1, null), wrapper(1.5, 3), wrapper('x', 3)])).toBeNull();
    expect(truncated([JSON.stringify(bind('r1'))])).toBeNull();
  });

  it('also in the CSV of the same export', () => {
    const csv = 'Operations,AuditData,ResultIndex,ResultCount\r\nUpdate,,1,2\r\n';
    expect(readAccess(csv).reading.truncated).toBe('ResultIndex 1 < ResultCount 2');
  });

  it.each([
    ['TimeGenerated,OfficeId', [2_000, 30_000, 500_000], [100, 10_000, 30_001, 100_000]],
    ['ActionType,RawEventData', [10_000, 30_000, 100_000, 500_000], [100, 9_999]],
    ['Operations,AuditData', [5_000], [99, 100, 2_000, 10_000, 30_000, 100_000, 500_000]],
    ['RecordId,AuditData', [5_000], [100, 10_000, 30_000]],
  ])('when it has as many rows as its source returns at most: %s', (header, cut, whole) => {
    const said = (rows: number) => readAccess(`${header}\n${',\n'.repeat(rows)}`).reading.truncated;
    for (const rows of cut) expect(said(rows)).toBe(`exactly ${rows} rows`);
    for (const rows of whole) expect(said(rows)).toBeNull();
  });

  it.each([
    [4_999, null],
    [5_000, 'exactly 5000 rows'],
    [5_001, null],
    [50_000, 'exactly 50000 rows'],
  ])('when it has exactly that many rows, counting empty ones: %d', (rows, expected) => {
    expect(readAccess(`Operations,AuditData\n${'Update,\n'.repeat(rows)}`).reading.truncated).toBe(expected);
    expect(readAccess('{"Id":1}\n\n'.repeat(rows)).reading.truncated).toBe(expected);
  });
});
