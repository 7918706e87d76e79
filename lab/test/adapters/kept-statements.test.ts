import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepStatements } from '../../src/adapters/store/kept-statements.ts';

let connection: Database.Database;
let database: ReturnType<typeof keepStatements>;

beforeEach(() => {
  connection = new Database(':memory:');
  connection.exec('CREATE TABLE party (id INTEGER)');
  database = keepStatements(connection);
  database.prepare('INSERT INTO party VALUES (?)').run([7]);
});
afterEach(() => database.close());

const SELECT = 'SELECT * FROM party';

test('a text is prepared once', () => {
  expect(database.prepare(SELECT)).toBe(database.prepare(SELECT));
  expect(database.prepare(SELECT).all([])).toEqual([{ id: 7 }]);
});

test('no statement outlives a change of the schema', () => {
  const before = database.prepare(SELECT);
  database.prepare('ALTER TABLE party ADD name TEXT').run([]);
  expect(database.prepare(SELECT)).not.toBe(before);
  expect(database.prepare(SELECT).all([])).toEqual([{ id: 7, name: null }]);
});

test('lists of any length make way for each other, the oldest first', () => {
  const first = database.prepare(SELECT);
  for (let at = 0; at < 127; at += 1) database.prepare(`SELECT ${at}`);
  expect(database.prepare(SELECT)).toBe(first);
  database.prepare('SELECT 127');
  expect(database.prepare(SELECT)).not.toBe(first);
});
