import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '@candor/core/base';
import type { AccessKind } from '@candor/core/evidence/record';
import { readOperationTable, toOperationKey } from '@candor/core/exposure/reference';
import { describe, expect, test } from 'vitest';
import { toAccessKind } from '../../src/evidence/record/access-kind.ts';
import { makeRecord, run, UNKNOWN_IP } from './testkit.ts';

const csv = readFileSync(join(import.meta.dirname, '../../../reference/operations.csv'), 'utf8');
const [head, ...lines] = [...readCsv(csv)].map(({ fields }) => fields);
const rows = lines.map((fields) => Object.fromEntries((head ?? []).map((name, at) => [name, fields[at] ?? ''])));

/** What may decide the kind of an operation beside its name. */
const CLUES = [
  { accessType: null, hasFolders: false, hasItem: false, parameters: [] },
  { accessType: 'Sync', hasFolders: false, hasItem: true, parameters: [] },
  {
    accessType: null,
    hasFolders: false,
    hasItem: false,
    parameters: [{ name: 'ForwardingSmtpAddress', value: 'x@far.example' }],
  },
  { accessType: null, hasFolders: false, hasItem: false, parameters: [{ name: 'Purge', value: 'True' }] },
  ...['TargetMailbox', 'TargetEndpoint', 'Outbound'].map((name) => ({
    accessType: null,
    hasFolders: false,
    hasItem: false,
    parameters: [{ name, value: 'x' }],
  })),
];

describe('reference/operations.csv', () => {
  test('has several hundred unique operations with all columns', () => {
    expect(head).toEqual(['operation', 'workload', 'kind', 'rule', 'bearing', 'source', 'seen']);
    expect(rows.length).toBeGreaterThan(500);
    expect(new Set(rows.map(({ operation = '' }) => toOperationKey(operation))).size).toBe(rows.length);
    for (const { operation, workload, bearing, source, seen } of rows) {
      expect(['Exchange', 'Purview', 'Entra'], operation).toContain(workload);
      expect(bearing, operation).not.toBe('');
      expect(source, operation).not.toBe('');
      // A row that nobody looked up says so, and has no date.
      expect(seen === '' ? source : seen, operation).toMatch(/^\d{4}-\d{2}-\d{2}$|^general knowledge/);
    }
  });

  test('gives each operation the kind that its records get', () => {
    const kinds = (operation: string): readonly AccessKind[] => [
      ...new Set(CLUES.map((clues) => toAccessKind(operation, clues))),
    ];
    const differing = rows
      .map(({ operation = '', kind = '' }) => ({ operation, kind, found: kinds(operation).join(' or ') }))
      .filter(({ kind, found }) => found.split(' or ').sort().join() !== kind.split(' or ').sort().join());
    expect(differing).toEqual([]);
  });

  test('names a rule where a kind shows or forwards mail, and otherwise gives the reason', () => {
    for (const { operation, kind = '', rule, bearing = '' } of rows) {
      if (kind === 'other' && rule === '') expect(bearing, operation).toMatch(/^(?:none|person): ./);
      if (/bind|list|export|search|handle|send|^rule/.test(kind)) expect(rule, operation).not.toBe('');
      if (rule !== '') expect(bearing, operation).not.toMatch(/^(?:none|person):/);
    }
  });

  test('is read as rule, person or none, in any spelling', () => {
    const table = readOperationTable(csv);
    expect(table.get(toOperationKey('FOLDERBIND'))).toBe('rule');
    expect(table.get(toOperationKey('Search-Mailbox'))).toBe('rule');
    expect(table.get(toOperationKey('New-App'))).toBe('person');
    expect(table.get(toOperationKey('Update group.'))).toBe('none');
    expect(table.get(toOperationKey('Update group'))).toBe('none');
    expect(table.get(toOperationKey('SomethingNew'))).toBeUndefined();
  });
});

describe('an operation missing from the table', () => {
  const unlisted = (...changes: Parameters<typeof makeRecord>[0][]) =>
    run({ records: changes.map((change) => makeRecord(change)) }).exposure.alerts().unlistedOperations;
  const fresh = { operation: 'SomethingNew', kind: 'other' } as const;

  test('is reported with its count and first record, whoever made it', () => {
    const owner = { sessions: [], ip: '203.0.113.10' };
    const told = unlisted(
      { ...fresh, id: 'c', time: 1_000_200_000 },
      { ...fresh, id: 'b', time: 1_000_100_000, operation: 'SOMETHINGNEW', ...owner },
      { ...fresh, id: 'a', time: 1_000_200_000, sessions: [], ip: UNKNOWN_IP },
    );
    expect(told).toEqual([{ operation: 'SOMETHINGNEW', records: 3, record: 'b', time: 1_000_100_000 }]);
  });

  test('needs no review when it names no supplied mailbox or is listed', () => {
    expect(unlisted({ ...fresh, mailboxGuid: null, userId: 'x@far.example' })).toEqual([]);
    expect(unlisted({ kind: 'other', operation: 'Update group.' })).toEqual([]);
    expect(unlisted({ kind: 'other', operation: 'Search-Mailbox' })).toEqual([]);
    expect(unlisted({ id: 'log.csv:2', userId: null, kind: 'other', operation: 'reed' })).toEqual([]);
  });

  test('of the intruder is reported once; one that shows no mail only if it blocks a clearance', () => {
    const noRule = (...changes: Parameters<typeof makeRecord>[0][]) =>
      run({ records: changes.map((change) => makeRecord(change)) })
        .exposure.alerts()
        .unjudged?.map(({ name }) => name);
    const elsewhere = { mailboxGuid: null, userId: 'x@far.example' };
    expect(noRule(fresh)).toEqual([]);
    expect(noRule({ ...fresh, ...elsewhere })).toEqual(['SomethingNew']);
    expect(noRule({ kind: 'other', operation: 'Update group.' })).toEqual(['Update group.']);
    expect(noRule({ kind: 'other', operation: 'Update group.', ...elsewhere })).toEqual([]);
    expect(noRule({ kind: 'other', operation: 'Search-Mailbox', ...elsewhere })).toEqual(['Search-Mailbox']);
  });
});
