import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { RequestStore } from '../src/adapters/sqlite/request-store.ts';
import { prepareDatabase } from '../src/adapters/sqlite/schema.ts';
import type { KeptRequest } from '../src/store/portal-store.ts';

const limits = { strangers: 100, ofKey: 100, forDomain: 100, ofTag: 2, ofPerson: 100 };
const toRequest = (request: string): KeptRequest => ({
  request,
  kind: 'enrollment',
  sign: 'key',
  reviewer: null,
  party: null,
  domain: 'northwind.example',
  document: '{}',
  signature: '',
  token: request,
  tag: null,
  at: 0,
});

test('accepts nothing beyond the limit and keeps what it accepted', async () => {
  const database = new Database(':memory:');
  prepareDatabase(database);
  const store = new RequestStore(database, { ...limits, strangers: 2, ofPerson: 2 });
  expect((await store.take(toRequest('a')))?.place).toBe(1);
  expect((await store.take(toRequest('b')))?.place).toBe(2);
  expect(await store.take(toRequest('c'))).toBeNull();
  expect((await store.take({ ...toRequest('a'), token: 'another' }))?.token).toBe('a');
  expect((await store.listAfter(0, 10)).map(({ request }) => request)).toEqual(['a', 'b']);
});

test('with any number of strangers, a party can object, and its people do not displace each other', async () => {
  const database = new Database(':memory:');
  prepareDatabase(database);
  const store = new RequestStore(database, { ...limits, strangers: 2, ofPerson: 2 });
  const objection = (request: string, sign: string): KeptRequest => ({
    ...toRequest(request),
    ...{ kind: 'objection', party: 'org-northwind', domain: null, token: null, sign },
  });
  for (const request of ['a', 'b', 'c']) await store.take(toRequest(request));
  expect(await store.take(objection('d', 'jo'))).not.toBeNull();
  expect(await store.take(objection('e', 'jo'))).not.toBeNull();
  expect(await store.take(objection('f', 'jo'))).toBeNull();
  expect(await store.take(objection('g', 'kim'))).not.toBeNull();
  // What parties ask takes no room of strangers either.
  database.prepare('DELETE FROM request WHERE request = ?').run('a');
  store.recount();
  expect(await store.take(toRequest('h'))).not.toBeNull();
  expect(await store.take(toRequest('i'))).toBeNull();
});

test('a key and a domain have their own limits, and a tag two places beside all of them', async () => {
  const database = new Database(':memory:');
  prepareDatabase(database);
  const store = new RequestStore(database, { strangers: 6, ofKey: 2, forDomain: 3, ofTag: 2, ofPerson: 2 });
  const of = async (request: string, sign: string, domain: string, tag: string | null = null): Promise<boolean> =>
    (await store.take({ ...toRequest(request), sign, domain, tag })) !== null;
  expect(await Promise.all([of('a', 'k', 'a.example'), of('b', 'k', 'b.example'), of('c', 'k', 'c.example')])).toEqual([
    true,
    true,
    false,
  ]);
  expect(await Promise.all([of('d', 'l', 'a.example'), of('e', 'm', 'a.example'), of('f', 'n', 'a.example')])).toEqual([
    true,
    true,
    false,
  ]);
  expect(await Promise.all([of('g', 'o', 'd.example'), of('h', 'p', 'e.example'), of('i', 'q', 'f.example')])).toEqual([
    true,
    true,
    false,
  ]);
  // Key, domain and all of them are full.
  expect(
    await Promise.all([of('j', 'k', 'a.example', 't'), of('l', 'k', 'a.example', 't'), of('m', 'k', 'a.example', 't')]),
  ).toEqual([...[true, true, false]]);
  expect(await of('n', 'k', 'a.example', 'u')).toBe(true);
  database.prepare("INSERT INTO decision VALUES ('j', 'refused')").run();
  expect(await Promise.all([of('o', 'k', 'a.example', 't'), of('p', 'k', 'a.example', 't')])).toEqual([true, false]);
});

test("leaves a newer portal's database untouched", async () => {
  const database = new Database(':memory:');
  prepareDatabase(database);
  prepareDatabase(database);
  database.pragma('user_version = 99');
  expect(() => prepareDatabase(database)).toThrow('newer');
});

test("finds an earlier portal's requests by fingerprint as well", async () => {
  const database = new Database(':memory:');
  prepareDatabase(database);
  const store = new RequestStore(database, { ...limits, strangers: 2000, ofKey: 2000, forDomain: 2000 });
  database.prepare("INSERT INTO party_domain VALUES ('org-northwind', 'northwind.example')").run();
  for (let at = 0; at < 1500; at += 1) await store.take({ ...toRequest(`r${at}`), document: `{"at":${at}}` });
  expect(await store.listOfReviewer('org-northwind', '{"at":7}', 10)).toEqual([]);
  store.nameEarlier((document) => document);
  expect((await store.listOfReviewer('org-northwind', '{"at":7}', 10)).map(({ request }) => request)).toEqual(['r7']);
  expect(await store.listOfReviewer('org-contoso', '{"at":7}', 10)).toEqual([]);
  expect(await store.listOfKey('key')).toHaveLength(100);
});

test("no stranger displaces a person in force from their party's list", async () => {
  const database = new Database(':memory:');
  prepareDatabase(database);
  const store = new RequestStore(database);
  database.prepare('INSERT INTO party_domain (party, domain) VALUES (?, ?)').run('org-northwind', 'northwind.example');
  await store.take({ ...toRequest('jo'), sign: 'jo' });
  database
    .prepare('INSERT INTO person (reviewer, sign, party, role, name) VALUES (?, ?, ?, ?, ?)')
    .run('f', 'jo', 'org-northwind', 'nominator', 'Jo');
  for (const name of ['a', 'b', 'c']) await store.take({ ...toRequest(name), sign: name });
  const names = (await store.listForDomainsOf('org-northwind', 2)).map(({ request }) => request);
  expect(names.sort()).toEqual(['b', 'c', 'jo']);
});
