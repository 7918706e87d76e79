import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { expect, test } from 'vitest';
import { StreamConnections } from '../../src/adapters/store/stream-connections.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const toQuery = (sql: string, ...parameters: unknown[]) =>
  ({ compile: () => ({ sql, parameters }) }) as unknown as Compilable<{ readonly n: number }>;

function makeNumbers() {
  const path = join(makeTemporaryFolder(), 'numbers.sqlite');
  const writer = new Database(path);
  writer.pragma('journal_mode = WAL');
  writer.exec('CREATE TABLE number (n INTEGER)');
  const add = writer.prepare('INSERT INTO number VALUES (?)');
  for (let n = 1; n <= 10; n += 1) add.run(n);
  let opened = 0;
  const streams = new StreamConnections(() => {
    opened += 1;
    return new Database(path, { readonly: true });
  });
  return { writer, streams, countOpened: () => opened };
}

async function sum(rows: AsyncIterable<readonly { readonly n: number }[]>): Promise<number> {
  let total = 0;
  for await (const batch of rows) for (const { n } of batch) total += n;
  return total;
}

test('a thousand sequential streams use one connection, and each sees earlier writes', async () => {
  const { writer, streams, countOpened } = makeNumbers();
  for (let at = 0; at < 1000; at += 1)
    expect(await sum(streams.stream(toQuery('SELECT n FROM number WHERE n <= ?', at % 11), 3))).toBe(
      ((at % 11) * ((at % 11) + 1)) / 2,
    );
  writer.exec('INSERT INTO number VALUES (5)');
  expect(await sum(streams.stream(toQuery('SELECT n FROM number WHERE n <= ?', 10), 3))).toBe(60);
  expect(countOpened()).toBe(1);
  streams.close();
});

test('concurrent streams have separate connections; one that was left or failed is not reused', async () => {
  const { streams, countOpened } = makeNumbers();
  const all = () => streams.stream(toQuery('SELECT n FROM number'), 2);
  for await (const _ of all()) expect(await sum(all())).toBe(55);
  expect(countOpened()).toBe(2);
  for await (const _ of all()) break;
  await expect(sum(streams.stream(toQuery('SELECT abs(-9223372036854775808) AS n'), 1))).rejects.toThrow('overflow');
  expect(countOpened()).toBe(2);
  expect(await sum(all())).toBe(55);
  expect(countOpened()).toBe(3);
  streams.close();
});
