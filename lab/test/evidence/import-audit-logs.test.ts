import { mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident } from '@candor/core/incident';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { importAuditLogs } from '../../src/evidence/import/import-audit-logs.ts';
import { readPayloads, readSources, streamRecords } from '../../src/evidence/store/audit-record-store.ts';
import { readFileFindings } from '../../src/exposure/judge-exposure.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const folder = makeTemporaryFolder();

function write(name: string, ids: readonly number[], suffix = name): void {
  const lines = ids.map((id) =>
    JSON.stringify({
      Id: `id-${String(id).padStart(4, '0')}`,
      CreationTime: '2001-09-12T10:00:00',
      Operation: 'Send',
      UserId: 'ada@brightwater.example',
      Item: { InternetMessageId: `<${id}.${suffix}@mail.example>` },
    }),
  );
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
}

const take = (store: Store, ...files: string[]) =>
  importAuditLogs(store, {
    incident: { access: files.map((file) => ({ file })) } as unknown as Incident,
    folder,
    onBytes: () => undefined,
  });

/** Every record, by its id: the Message-IDs of its payload, and the lines of its rows. */
async function list(store: Store): Promise<string[]> {
  const found: string[] = [];
  for await (const records of streamRecords(store)) {
    readPayloads(store, records);
    for (const record of records) {
      const ids = record.items.map(({ messageId }) => messageId).join(' ');
      const lines = (await readSources(store, record)).map(({ line }) => line).sort((a, b) => a - b);
      found.push(`${record.id} ${ids} ${lines.join()}`);
    }
  }
  return found.sort();
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const expected = (id: number, suffixes: readonly string[], lines: readonly number[]) =>
  `id-${String(id).padStart(4, '0')} ${suffixes.map((suffix) => `<${id}.${suffix}@mail.example>`).join(' ')} ${lines.join()}`;

it('gives every record its own payload through merging, forgetting and importing again', async () => {
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  write('a.jsonl', range(0, 1100));
  write('b.jsonl', range(1050, 1090));
  await take(store, 'a.jsonl', 'b.jsonl');
  const both = range(0, 1100).map((id) =>
    id >= 1050 && id < 1090
      ? expected(id, ['a.jsonl', 'b.jsonl'], [id - 1049, id + 1])
      : expected(id, ['a.jsonl'], [id + 1]),
  );
  expect(await list(store)).toEqual(both);

  await take(store, 'a.jsonl');
  expect(await list(store)).toEqual(range(0, 1100).map((id) => expected(id, ['a.jsonl'], [id + 1])));
  const blocks = await store.db.selectFrom('evidence_access_payload').select('block').execute();
  expect(blocks.length, 'no payload that nobody needs').toBe(Math.ceil(1100 / 16));

  await take(store, 'b.jsonl', 'a.jsonl');
  expect(await list(store)).toEqual(both);

  write('b.jsonl', [7], 'new');
  utimesSync(join(folder, 'b.jsonl'), 1, 1);
  await take(store, 'b.jsonl', 'a.jsonl');
  const last = await list(store);
  expect(last[7]).toBe(expected(7, ['a.jsonl', 'new'], [1, 8]));
  expect(last[1060]).toBe(expected(1060, ['a.jsonl'], [1061]));
  await store.close();
});

it('rereads the logs of a state that read them in another way', async () => {
  const store = await openSqliteStore(join(makeTemporaryFolder(), 'candor.sqlite'));
  write('c.jsonl', range(0, 3));
  const listKinds = async () => {
    const kinds: string[] = [];
    for await (const records of streamRecords(store)) kinds.push(...records.map(({ kind }) => kind));
    return kinds;
  };
  await take(store, 'c.jsonl');
  await store.db.updateTable('evidence_access_actor').set({ kind: 'other' }).execute();
  await take(store, 'c.jsonl');
  expect(await listKinds()).toEqual(['other', 'other', 'other']);
  await store.db.deleteFrom('state_fact').where('key', '=', 'access-reading').execute();
  await take(store, 'c.jsonl');
  expect(await listKinds()).toEqual(['send', 'send', 'send']);
  await store.db.updateTable('evidence_access_actor').set({ kind: 'other' }).execute();
  const of = (value: string) =>
    store.db.updateTable('state_fact').set({ value }).where('key', '=', 'access-reading').execute();
  await of('1');
  await take(store, 'c.jsonl');
  expect(await listKinds(), 'of an earlier one').toEqual(['send', 'send', 'send']);
  await store.db.updateTable('evidence_access_actor').set({ kind: 'other' }).execute();
  await take(store, 'c.jsonl');
  expect(await listKinds(), 'once, and not in every run').toEqual(['other', 'other', 'other']);
  await store.close();
});

it('keeps what it knows of a log until it rereads that log', async () => {
  const store = await openSqliteStore(join(makeTemporaryFolder(), 'candor.sqlite'));
  for (const name of ['d.jsonl', 'e.jsonl', 'f.jsonl']) write(name, range(0, 3));
  const access = ['d.jsonl', 'e.jsonl', 'f.jsonl'].map((file) => ({ file }));
  const incident = { access } as unknown as Incident;
  const listRead = async () =>
    (await store.db.selectFrom('evidence_file').select('path').where('rows', 'is not', null).orderBy('path').execute())
      .map(({ path }) => path)
      .join(' ');
  await importAuditLogs(store, { incident, folder, onBytes: () => undefined });
  await store.db.deleteFrom('state_fact').where('key', '=', 'access-reading').execute();
  let reads = 0;
  const onBytes = () => {
    reads += 1;
    if (reads === 2) throw new Error('stopped');
  };
  await expect(importAuditLogs(store, { incident, folder, onBytes })).rejects.toThrow('stopped');
  expect(await listRead()).toBe('d.jsonl f.jsonl');
  let bytes = 0;
  await importAuditLogs(store, { incident, folder, onBytes: (more) => (bytes += more) });
  expect([await listRead(), bytes]).toEqual(['d.jsonl e.jsonl f.jsonl', 2 * statSync(join(folder, 'e.jsonl')).size]);
  await store.close();
});

it('continues without a missing or invalid log, reports it in every run, and reads it once there', async () => {
  const store = await openSqliteStore(join(folder, 'gone.sqlite'));
  const problems = async () =>
    (await store.db.selectFrom('evidence_problem').selectAll().orderBy('place').execute()).map(
      ({ code, place, weight }) => `${code} ${place} ${weight}`,
    );
  const blind = async () =>
    (await readFileFindings(store)).filter((finding) => finding.hasUnreadableAccess).map(({ file }) => file);
  write('kept.jsonl', [1]);
  write('late.jsonl', [2]);
  mkdirSync(join(folder, 'shelf.jsonl'));
  await take(store, 'late.jsonl', 'kept.jsonl', 'shelf.jsonl');
  expect(await list(store)).toEqual([expected(1, ['kept.jsonl'], [1]), expected(2, ['late.jsonl'], [1])]);
  expect(await blind()).toEqual(['shelf.jsonl']);

  renameSync(join(folder, 'late.jsonl'), join(folder, 'away.jsonl'));
  for (const _ of [1, 2]) {
    await take(store, 'late.jsonl', 'kept.jsonl', 'shelf.jsonl');
    expect(await list(store)).toEqual([expected(1, ['kept.jsonl'], [1])]);
    expect(await problems()).toEqual(['missing-file late.jsonl person', 'not-a-file shelf.jsonl person']);
    expect((await blind()).sort()).toEqual(['late.jsonl', 'shelf.jsonl']);
  }

  renameSync(join(folder, 'away.jsonl'), join(folder, 'late.jsonl'));
  await take(store, 'late.jsonl', 'kept.jsonl');
  expect(await list(store)).toEqual([expected(1, ['kept.jsonl'], [1]), expected(2, ['late.jsonl'], [1])]);
  expect([await problems(), await blind()]).toEqual([[], []]);
  await store.close();
});
