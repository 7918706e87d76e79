import { compareAlerts } from '@candor/core/exposure/alert';
import { type ChangeCounts, compareVersions, type VersionRow } from '@candor/core/exposure/explain';
import type { Verdict } from '@candor/core/exposure/verdict';
import { describe, expect, test } from 'vitest';
import { CONTAINED, GUID, INTRUDER_IP, makeRecord, run } from './testkit.ts';

const row = (custodian: string, location: string, verdict: Verdict): VersionRow => ({ custodian, location, verdict });

describe('the difference of two versions', () => {
  test('lists what rose, fell, appeared and vanished, with counts per custodian', () => {
    const before = [
      row('a', '1', 'possible'),
      row('a', '2', 'accessed'),
      row('a', '3', 'absent'),
      row('b', '1', 'partial'),
    ];
    const after = [
      row('a', '1', 'presumed'),
      row('a', '2', 'undetermined'),
      row('a', '3', 'absent'),
      row('c', '1', 'absent'),
    ];
    const counts = new Map<string, ChangeCounts>();
    expect(
      [...compareVersions(before, after, counts)].map(
        ({ custodian, location, change }) => `${custodian}${location} ${change}`,
      ),
    ).toEqual(['a1 rose', 'a2 fell', 'b1 vanished', 'c1 appeared']);
    expect(counts.get('a')).toEqual({ rose: 1, fell: 1, appeared: 0, vanished: 0, same: 1 });
    expect(counts.get('b')?.vanished).toBe(1);
    expect(counts.get('c')?.appeared).toBe(1);
  });
  test('orders rows by UTF-8 bytes', () => {
    const rows = [row('a', '\u{e000}', 'absent'), row('a', '😀', 'absent')];
    expect([...compareVersions(rows, rows, new Map())]).toEqual([]);
  });
  test('no-evidence is stronger than absent', () => {
    const [change] = compareVersions([row('a', '1', 'absent')], [row('a', '1', 'no-evidence')], new Map());
    expect(change?.change).toBe('rose');
  });
});

describe('intruder still present', () => {
  test('reports records after containment and those that an earlier run did not have', () => {
    const first = run({ records: [makeRecord()] }).exposure.alerts();
    expect(first.afterContainment.count).toBe(0);
    const records = [
      makeRecord(),
      makeRecord({ id: 'late', time: CONTAINED + 5, mailboxGuid: GUID.bob }),
      makeRecord({ sessions: ['new'], ip: INTRUDER_IP, mailboxGuid: 'far' }),
    ];
    const second = run({ records }).exposure.alerts();
    expect(second.afterContainment).toMatchObject({ count: 1, first: CONTAINED + 5, records: ['late'] });
    expect(second.beyondWindow.count).toBe(1);
    expect(compareAlerts(first, second)).toEqual({ sessions: ['new'], mailboxes: ['bob', 'far'] });
    expect(compareAlerts(null, second).mailboxes).toEqual(['ann', 'bob', 'far']);
    expect(compareAlerts(second, second)).toEqual({ sessions: [], mailboxes: [] });
  });
});
