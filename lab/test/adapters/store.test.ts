import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const MODULE = join(import.meta.dirname, '../../src/adapters/store/sqlite.ts');
const file = () => join(makeTemporaryFolder(), 'candor.sqlite');
const columns = ['key', 'value'];
const facts = (count: number, prefix = 'k') => Array.from({ length: count }, (_, at) => [`${prefix}${at}`, 'v']);

async function count(store: Store): Promise<number> {
  const row = await store.db
    .selectFrom('state_fact')
    .select((of) => of.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return Number(row.rows);
}

describe('the state file', () => {
  test('is owner-only', async () => {
    const path = file();
    await (await openSqliteStore(path)).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('includes the files that the engine creates beside it', async () => {
    const path = file();
    const store = await openSqliteStore(path);
    store.insertRows('state_fact', columns, facts(5));
    for (const beside of ['-wal', '-shm'].filter((end) => existsSync(path + end))) {
      expect(statSync(path + beside).mode & 0o077, beside).toBe(0);
    }
    await store.close();
  });

  test('keeps its content when opened again', async () => {
    const path = file();
    const first = await openSqliteStore(path);
    first.insertRows('state_fact', columns, facts(3));
    await first.close();
    const tables = () => {
      const raw = new Database(path, { readonly: true });
      const rows = raw.prepare('select name, sql from sqlite_master order by name').all();
      raw.close();
      return rows;
    };
    const before = tables();
    for (let time = 0; time < 3; time += 1) {
      const again = await openSqliteStore(path);
      expect(await count(again)).toBe(3);
      await again.close();
    }
    expect(tables()).toEqual(before);
  });

  test('created by several processes at once is created once', async () => {
    const path = file();
    const script = `const { openSqliteStore } = await import(${JSON.stringify(MODULE)}); const store = await openSqliteStore(${JSON.stringify(path)}); await store.close();`;
    const open = () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
    const codes = await Promise.all(
      [open(), open(), open()].map((child) => new Promise((settle) => child.on('close', settle))),
    );
    expect(codes).toEqual([0, 0, 0]);
    const store = await openSqliteStore(path);
    expect(await count(store)).toBe(0);
    await store.close();
  });

  test('is never half created: a failure leaves nothing', async () => {
    const path = file();
    const raw = new Database(path);
    raw.exec('CREATE TABLE impact_party (other text)');
    await expect(openSqliteStore(path)).rejects.toThrow('impact_party');
    const tables = () => raw.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    expect(tables()).toEqual(['impact_party']);
    raw.exec('DROP TABLE impact_party');
    await (await openSqliteStore(path)).close();
    expect(tables()).toContain('state_fact');
    raw.close();
  });

  test('does not make readers wait for a writer', async () => {
    const path = file();
    const writer = await openSqliteStore(path);
    await writer.transaction(async () => {
      writer.insertRows('state_fact', columns, facts(1));
      // Who waits here waits in vain: the writer is this very thread, and after half a minute the engine gives up.
      await (await openSqliteStore(path)).close();
    });
    await writer.close();
  });
});

describe('insertRows', () => {
  test.each([0, 1, 19, 20, 21, 40, 61])('inserts %d rows', async (amount) => {
    const store = await openSqliteStore(file());
    store.insertRows('state_fact', columns, facts(amount));
    expect(await count(store)).toBe(amount);
    await store.close();
  });

  test('inserts all rows or none', async () => {
    const store = await openSqliteStore(file());
    const bad = [...facts(70), ['k69', 'the key of the row before it']];
    expect(() => store.insertRows('state_fact', columns, bad)).toThrow();
    expect(await count(store)).toBe(0);
    store.insertRows('state_fact', columns, facts(2));
    expect(await count(store)).toBe(2);
    await store.close();
  });

  test('belongs to the surrounding transaction', async () => {
    const store = await openSqliteStore(file());
    await expect(
      store.transaction(async () => {
        store.insertRows('state_fact', columns, facts(30));
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    expect(await count(store)).toBe(0);
    await store.transaction(async () => store.insertRows('state_fact', columns, facts(30)));
    expect(await count(store)).toBe(30);
    await store.close();
  });

  test('gives every row the shared values, whatever other inserts share', async () => {
    const store = await openSqliteStore(file());
    const rows = Array.from({ length: 70 }, (_, line) => [line, `cause ${line}`]);
    store.insertRows('evidence_access_unreadable', ['line', 'cause'], rows, { file: 'a', operation: null });
    store.insertRows('evidence_access_unreadable', ['line', 'cause'], [[70, 'x']], { file: 'b', operation: 'Send' });
    store.insertRows('evidence_access_unreadable', ['line', 'cause', 'operation'], [[71, 'x', 'Send']], { file: 'c' });
    const found = await store.db.selectFrom('evidence_access_unreadable').selectAll().orderBy('line').execute();
    expect(found).toEqual([
      ...rows.map(([line, cause]) => ({ file: 'a', line, cause, operation: null })),
      { file: 'b', line: 70, cause: 'x', operation: 'Send' },
      { file: 'c', line: 71, cause: 'x', operation: 'Send' },
    ]);
    await store.close();
  });

  test('preserves bytes, numbers beyond 32 bits and null', async () => {
    const store = await openSqliteStore(file());
    store.insertRows(
      'evidence_file',
      ['custodian', 'purpose', 'path', 'format', 'size', 'sha256', 'modified'],
      [[null, 'mailbox', 'a\u0000ö', 'mbox', 2 ** 40 + 1, 'x', '1.5']],
    );
    const row = await store.db.selectFrom('evidence_file').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ custodian: null, path: 'a\u0000ö', size: 2 ** 40 + 1, modified: '1.5' });
    await store.close();
  });
});

describe('findRows', () => {
  test('gives existing rows, including those of the running transaction', async () => {
    const store = await openSqliteStore(file());
    const insert = (block: number) =>
      store.insertRows('evidence_access_payload', ['block', 'payloads'], [[block, `of ${block}`]]);
    insert(1);
    await store.transaction(async () => {
      insert(3);
      const found = await store.findRows('evidence_access_payload', 'block', [3, 2, 1]);
      expect(found.sort((a, b) => a.block - b.block)).toEqual([
        { block: 1, payloads: 'of 1' },
        { block: 3, payloads: 'of 3' },
      ]);
    });
    expect(await store.findRows('evidence_access_payload', 'block', [])).toEqual([]);
    await store.close();
  });
});

describe('a transaction', () => {
  test('waits for that of another store of this process, and so does a write outside a transaction', async () => {
    const path = file();
    const [one, other] = [await openSqliteStore(path), await openSqliteStore(path)];
    const done: string[] = [];
    const insert = (store: Store, key: string) =>
      store.db.insertInto('state_fact').values({ key, value: '' }).execute();
    const first = one.transaction(async () => {
      await insert(one, 'a');
      await new Promise((settle) => setTimeout(settle, 50));
      done.push('first');
    });
    const second = other.transaction(async () => {
      await insert(other, 'b');
      done.push('second');
    });
    await Promise.all([first, second]);
    const third = one.transaction(async () => {
      await insert(one, 'c');
      await new Promise((settle) => setTimeout(settle, 50));
      done.push('third');
      throw new Error('stop');
    });
    const bare = insert(other, 'd').then(() => done.push('bare'));
    await expect(third).rejects.toThrow('stop');
    await bare;
    expect(done).toEqual(['first', 'second', 'third', 'bare']);
    const kept = await one.db.selectFrom('state_fact').select('key').orderBy('key').execute();
    expect(kept.map(({ key }) => key)).toEqual(['a', 'b', 'd']);
    await one.close();
    await other.close();
  });

  test('that fails leaves nothing, and the next one works', async () => {
    const store = await openSqliteStore(file());
    const insert = () => store.db.insertInto('state_fact').values({ key: 'a', value: 'b' }).execute();
    await expect(
      store.transaction(async () => {
        await insert();
        await insert();
      }),
    ).rejects.toThrow();
    expect(await count(store)).toBe(0);
    await store.transaction(async () => void (await insert()));
    expect(await count(store)).toBe(1);
    await store.close();
  });

  test('is invisible to other connections until it ends', async () => {
    const path = file();
    const store = await openSqliteStore(path);
    const reader = await openSqliteStore(path);
    await store.transaction(async () => {
      store.insertRows('state_fact', columns, facts(4));
      expect(await count(reader)).toBe(0);
    });
    expect(await count(reader)).toBe(4);
    await store.close();
    await reader.close();
  });
});

describe('stream', () => {
  test('gives every row once, in batches, in order', async () => {
    const store = await openSqliteStore(file());
    store.insertRows('state_fact', columns, facts(25));
    const batches: string[][] = [];
    for await (const batch of store.stream(store.db.selectFrom('state_fact').select('key').orderBy('key'), 10)) {
      batches.push(batch.map(({ key }) => key));
    }
    expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
    expect(batches.flat()).toEqual(
      facts(25)
        .map(([key]) => key)
        .sort(),
    );
    await store.close();
  });

  test('sees the store as it was at its start, while it is written', async () => {
    const store = await openSqliteStore(file());
    store.insertRows('state_fact', columns, facts(50));
    const seen: string[] = [];
    for await (const batch of store.stream(store.db.selectFrom('state_fact').select('key').orderBy('key'), 10)) {
      store.insertRows('state_fact', columns, facts(3, `later${seen.length}-`));
      await store.db.deleteFrom('state_fact').where('key', '=', 'k9').execute();
      seen.push(...batch.map(({ key }) => key));
    }
    expect(seen).toHaveLength(50);
    expect(await count(store)).toBe(50 + 15 - 1);
    await store.close();
  });

  test('that is left early holds no lock', async () => {
    const store = await openSqliteStore(file());
    store.insertRows('state_fact', columns, facts(50));
    for await (const batch of store.stream(store.db.selectFrom('state_fact').select('key'), 10)) {
      expect(batch).toHaveLength(10);
      break;
    }
    await store.transaction(async () => store.insertRows('state_fact', columns, facts(1, 'z')));
    await store.close();
  });
});

test('indexes can be created and dropped repeatedly', async () => {
  const store = await openSqliteStore(file());
  await store.createIndex('some_index', 'evidence_copy', ['custodian', 'location']);
  await store.createIndex('some_index', 'evidence_copy', ['custodian', 'location']);
  await store.close();
});
