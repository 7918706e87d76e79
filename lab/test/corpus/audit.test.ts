import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createAccessReader } from '@candor/core/evidence/audit';
import type { AccessRow, AuditRecord } from '@candor/core/evidence/record';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

const AUDIT = join(import.meta.dirname, '../../../corpus/audit');
const runtime = createNodeRuntime();
/** All with the same ten records, one of each kind. */
const containers = [
  'management-api.jsonl',
  'management-api.json',
  'management-api.jsonl.gz',
  'search.csv',
  'purview.csv',
  'convertto.json',
  'graph-query.json',
  'office-activity.json',
  'cloud-app-events.jsonl',
];

function readBytes(file: string): Buffer {
  const bytes = readFileSync(join(AUDIT, file));
  return file.endsWith('.gz') && file !== 'truncated.jsonl.gz' ? gunzipSync(bytes) : bytes;
}

function readRows(file: string, pieceBytes: number): readonly AccessRow[] {
  const rows: AccessRow[] = [];
  const reader = createAccessReader(file, runtime, (row) => rows.push(row));
  const bytes = readBytes(file);
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.push(bytes.subarray(at, at + pieceBytes));
  reader.end();
  return rows;
}

function recordsOf(file: string): readonly AuditRecord[] {
  const records = readRows(file, 1 << 20).flatMap((row) => (row.state === 'record' ? [row.record] : []));
  return records.sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('the audit corpus', () => {
  test.each(containers)('%s gives the ten records of every container', (file) => {
    const records = recordsOf(file);
    expect(records).toEqual(recordsOf('management-api.jsonl'));
    const kinds = ['bind', 'forwarding', 'handle', 'other', 'permission', 'rule', 'search', 'send', 'sign-in', 'sync'];
    expect(records.map((record) => record.kind).sort()).toEqual(kinds);
  });

  const files = readdirSync(AUDIT).filter((name) => name !== 'README.md');
  test.each(files)('%s reads the same whole and in pieces', (file) => {
    const whole = readRows(file, 1 << 20);
    for (const size of [1, 13, 512]) expect(readRows(file, size), `pieces of ${size}`).toEqual(whole);
  });

  test('no zone, Z and an offset are one time, and fractions are cut', () => {
    const times = ['management-api.jsonl', 'time-with-zone.jsonl', 'time-with-z.jsonl'].map(
      (file) => recordsOf(file).find((record) => record.id === 'bind')?.time,
    );
    expect(new Set(times)).toEqual(new Set([Date.UTC(2001, 8, 10, 9) / 1000]));
  });

  test.each([
    ['count-mismatch.jsonl', 'count-mismatch'],
    ['depth-object-array.jsonl', 'depth'],
    ['depth-folder-text.jsonl', 'depth'],
    ['folders-no-list.jsonl', 'no-list'],
    ['count-as-text.jsonl', null],
    ['no-count.jsonl', null],
  ])('%s: lossy is %s', (file, lossy) => {
    expect(recordsOf(file).find((record) => record.id === 'bind')?.lossy).toBe(lossy);
  });

  test.each([
    ['not-json.jsonl', 'not-json', 2],
    ['no-id.jsonl', 'no-id', 1],
    ['no-time.jsonl', 'no-time', 1],
    ['time-nonsense.jsonl', 'no-time', 1],
    ['csv-broken-quote.csv', 'broken-quote', 2],
    ['csv-empty-audit-data.csv', 'no-audit-data', 2],
  ])('%s has an unreadable row: %s in row %i', (file, cause, line) => {
    const unreadable = readRows(file, 1 << 20).find((row) => row.state === 'unreadable');
    expect(unreadable).toMatchObject({ cause, line });
  });
});
