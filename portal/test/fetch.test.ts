import {
  followReceipts,
  hashReceipt,
  NO_PREVIOUS_RECEIPT,
  readReceipt,
  type ViewReceipt,
} from '@candor/core/review/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRange } from '../src/object/routes.ts';
import { sha256Hex } from './support/caller.ts';
import { type Peopled, people, World } from './support/world.ts';

let it: Peopled;
beforeAll(async () => {
  it = await people(await new World().start());
});
afterAll(() => it.world.end());

const listAccess = async (party = 'northwind.example'): Promise<readonly ViewReceipt[]> =>
  (await it.world.portal.store.access.listOfParty(party, 0, 5000)).map((text) => readReceipt(text) as ViewReceipt);
const target = (): string => `/v1/releases/${it.release.release}/objects/${it.release.objects[0]}`;
const bytes = (): Buffer => Buffer.from(it.release.files.get(it.release.objects[0] ?? '') ?? []);

test('ciphertext arrives byte for byte as sealed, tagged with its digest', async () => {
  const reply = await it.world.get(target(), it.cookies.reviewer);
  const body = Buffer.from(await reply.arrayBuffer());
  expect(body.equals(bytes())).toBe(true);
  expect(reply.headers.get('etag')).toBe(`"${sha256Hex(body)}"`);
  expect(reply.headers.get('cache-control')).toBe('private, no-cache');
  expect(reply.headers.get('content-type')).toBe('application/octet-stream');
});

test.each([
  ['bytes=0-9', 206, 0, 10],
  ['bytes=100-', 206, 100, undefined],
  ['bytes=-5', 206, -5, undefined],
  ['bytes=5-2', 200, 0, undefined],
  ['bytes=0-1,3-4', 200, 0, undefined],
  ['lines=1-2', 200, 0, undefined],
])('%s', async (range, status, start, end) => {
  const reply = await it.world.get(target(), it.cookies.reviewer, { range });
  expect(reply.status).toBe(status);
  expect(Buffer.from(await reply.arrayBuffer()).equals(bytes().subarray(start, end))).toBe(true);
});

test('reports a range beyond the end', async () => {
  const reply = await it.world.get(target(), it.cookies.reviewer, { range: 'bytes=99999999-' });
  expect([reply.status, reply.headers.get('content-range')]).toEqual([416, `bytes */${bytes().length}`]);
});

test('reads ranges as the RFC defines them', () => {
  expect(readRange(undefined, 10)).toBeNull();
  expect(readRange('bytes=0-99', 10)).toEqual({ start: 0, end: 9 });
  expect(readRange('bytes=-99', 10)).toEqual({ start: 0, end: 9 });
  expect(readRange('bytes=-0', 10)).toBe('beyond');
  expect(readRange('bytes=10-', 10)).toBe('beyond');
  expect(readRange('bytes=-', 10)).toBeNull();
  expect(readRange('bytes=1e3-', 10)).toBeNull();
});

test('records every answer before sending it, also an unchanged or partial one', async () => {
  const { world, cookies, release, reviewer } = it;
  const before = (await listAccess()).length;
  const [object = null] = release.objects;
  await world.get(target(), cookies.reviewer);
  await world.get(target(), cookies.reviewer, { range: 'bytes=0-1' });
  expect((await world.get(target(), cookies.reviewer, { 'if-none-match': `"${object}"` })).status).toBe(304);
  await world.get(`/v1/releases/${release.release}/index`, cookies.reviewer);
  await world.get(`/v1/releases/${release.release}/grant`, cookies.reviewer);
  await world.get(`/v1/releases/${release.release}/papers/manifest.json`, cookies.reviewer);
  const records = (await listAccess()).slice(before);
  expect(records.map(({ act }) => act)).toEqual(['object', 'object', 'object', 'index', 'grant', 'paper']);
  expect(records[0]).toMatchObject({ reviewer: reviewer.fingerprint, release: release.release, object });
});

test('does not serve what cannot be recorded', async () => {
  const { world, cookies } = it;
  const { store } = world.portal;
  const append = store.access.append;
  store.access.append = () => {
    throw Object.assign(new Error(`no room for ${target()}`), { code: 'SQLITE_FULL' });
  };
  const reply = await world.get(target(), cookies.reviewer);
  store.access.append = append;
  expect([reply.status, await reply.text()]).toEqual([500, '{"code":"fault"}']);
  // The line is written when the answer has gone out, which may be after it has come in here.
  await expect.poll(() => world.lines.at(-1)?.fault, { timeout: 10_000 }).toMatch(/^Error SQLITE_FULL/);
  expect(world.lines.at(-1)?.fault).not.toContain('no room');
});

test('many concurrent fetches make one complete chain', async () => {
  const { world, cookies } = it;
  await Promise.all(
    Array.from({ length: 40 }, () => world.get(target(), cookies.reviewer).then((reply) => reply.arrayBuffer())),
  );
  const records = await listAccess();
  const head = followReceipts({ sha256Hex }, 'northwind.example', { number: 0, hash: NO_PREVIOUS_RECEIPT }, records);
  expect(head?.number).toBe(records.length);
});

test('a nominator reads the records of their own party, the lab all of them', async () => {
  const { world, cookies } = it;
  const page = async (cookie: string): Promise<readonly string[]> =>
    ((await (await world.get('/v1/party/access', cookie)).json()) as { records: string[] }).records;
  const [ours, theirs] = [await page(cookies.nominator), await page(cookies.other)];
  expect(ours.length).toBeGreaterThan(40);
  expect(new Set(ours.map((text) => readReceipt(text)?.party))).toEqual(new Set(['northwind.example']));
  expect(new Set(theirs.map((text) => readReceipt(text)?.party))).toEqual(new Set(['contoso.example']));
  const pulled = (await (await world.callLab('GET', '/v1/lab/access?after=0')).json()) as {
    records: { place: number; record: string }[];
  };
  expect(pulled.records.map(({ record }) => record).sort()).toEqual([...ours, ...theirs].sort());
  const [first, second] = ours.slice(0, 2).map((text) => readReceipt(text) as ViewReceipt);
  expect(second?.previous).toBe(first === undefined ? '' : hashReceipt({ sha256Hex }, first));
  const rest = (await (await world.get(`/v1/party/access?after=${ours.length - 1}`, cookies.nominator)).json()) as {
    records: string[];
  };
  expect(rest.records[0]).toBe(ours.at(-1));
});

test('log lines contain no path, id, address or name', () => {
  const text = JSON.stringify(it.world.lines);
  expect(it.world.lines.length).toBeGreaterThan(50);
  expect(text).toContain('/v1/releases/:release/objects/:digest');
  for (const { at, method, route, status, ms, ...rest } of it.world.lines) {
    expect([at, method, route, status, ms]).toEqual([
      expect.stringMatching(/^2001-10-05T\d\d:\d\d:\d\dZ$/),
      expect.stringMatching(/^[A-Z]+$/),
      expect.stringMatching(/^(?:\/v1\/[\w:/.*-]+|none)$/),
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(Object.keys(rest).filter((name) => name !== 'fault')).toEqual([]);
  }
  for (const secret of [
    it.release.release,
    it.release.objects[0],
    'northwind',
    'Kim',
    it.reviewer.fingerprint,
    '127.0.0.1',
  ])
    expect(text).not.toContain(secret);
});
