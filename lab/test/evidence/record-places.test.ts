import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareUtf8 } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { importAuditLogs } from '../../src/evidence/import/import-audit-logs.ts';
import { type RecordPlace, streamRecordPlaces } from '../../src/evidence/record-places.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const folder = makeTemporaryFolder();
const beginnings = ['', 'id-', 'é', 'identical-', '\u{1f600}'];
const toId = (at: number) => `${beginnings[at % beginnings.length]}${(at * 7919) % 1000}`;

function writeLog(name: string, from: number, to: number): void {
  const lines = Array.from({ length: to - from }, (_, at) =>
    JSON.stringify({ Id: toId(from + at), CreationTime: '2001-09-12T10:00:00', Operation: 'Send' }),
  );
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
}

async function list(store: Store, atOnce?: number): Promise<RecordPlace[]> {
  const places: RecordPlace[] = [];
  for await (const some of streamRecordPlaces(store, atOnce)) places.push(...some);
  return places;
}

it('gives every record once in UTF-8 order with the places of its rows, at once or in shares', async () => {
  writeLog('a.jsonl', 0, 600);
  writeLog('b.jsonl', 500, 700);
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  const incident = { access: [{ file: 'a.jsonl' }, { file: 'b.jsonl' }] } as unknown as Incident;
  await importAuditLogs(store, { incident, folder, onBytes: () => undefined });
  const whole = await list(store);
  const ids = Array.from({ length: 700 }, (_, at) => toId(at)).sort(compareUtf8);
  expect(whole.map(({ id }) => id)).toEqual(ids);
  const lines = new Map(whole.map(({ id, rows }) => [id, rows.map(({ line }) => line).sort((a, b) => a - b)]));
  expect(lines.get(toId(499))).toEqual([500]);
  expect(lines.get(toId(500))).toEqual([1, 501]);
  expect(lines.get(toId(600))).toEqual([101]);
  for (const atOnce of [10, 100, 650]) expect(await list(store, atOnce)).toEqual(whole);
  await store.close();
});
