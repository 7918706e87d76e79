import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type KeptRequest, RequestStore } from '../src/adapters/store/request-store.ts';
import { prepareDatabase } from '../src/adapters/store/schema.ts';

const toRequest = (request: string): KeptRequest => ({
  request,
  kind: 'enrollment',
  sign: 'key',
  party: null,
  domain: 'northwind.example',
  document: '{}',
  signature: '',
  token: request,
  at: 0,
});

test('beyond the measure nothing is taken, and what was taken stays', () => {
  const database = new Database(':memory:');
  prepareDatabase(database);
  const store = new RequestStore(database, 2);
  expect(store.take(toRequest('a'))?.place).toBe(1);
  expect(store.take(toRequest('b'))?.place).toBe(2);
  expect(store.take(toRequest('c'))).toBeNull();
  expect(store.take({ ...toRequest('a'), token: 'another' })?.token).toBe('a');
  expect(store.listAfter(0, 10).map(({ request }) => request)).toEqual(['a', 'b']);
});

test('a database of a newer portal is not touched', () => {
  const database = new Database(':memory:');
  prepareDatabase(database);
  prepareDatabase(database);
  database.pragma('user_version = 99');
  expect(() => prepareDatabase(database)).toThrow('newer');
});
