import { afterAll, beforeAll, expect, test } from 'vitest';
import { isolationTable } from './isolation-table.ts';
import { callSigned, type Holder, makeHolder } from './support/caller.ts';
import { APP, type Peopled, people, World } from './support/world.ts';

// A reviewer without a browser: calls signed with the reviewer's own key, in place of a session.
let it: Peopled;
beforeAll(async () => {
  it = await people(await new World().start());
});
afterAll(() => it.world.end());

const fill = (target: string): string =>
  target.replace('{release}', it.release.release).replace('{digest}', it.release.objects[0] ?? '');
const read = (holder: Holder, target: string, change: Readonly<Record<string, string>> = { origin: APP }) =>
  callSigned(it.world, holder, 'GET', target, undefined, change);
const asSession = (cookie: string, target: string) =>
  fetch(it.world.base + target, { headers: { origin: APP, cookie } });

/** Columns of the table: A-reviewer, A-nominator, B-nominator, taken-out. */
const columns = { reviewer: 2, nominator: 3, other: 4, revoked: 5 } as const;
/** For whoever enrolls and for the lab a signed call means something else. */
const isForReviewers = (route: string): boolean =>
  /^GET \/v1\/(?:me|releases|party)/.test(route) && !route.includes('/v1/lab/');

test('a signed call reads exactly what a session of the same person reads, and nothing only for nominators', async () => {
  const differences: string[] = [];
  for (const [route, ...expected] of isolationTable.filter(([name]) => isForReviewers(name))) {
    const target = fill(route.replace('GET ', ''));
    for (const [who, column] of Object.entries(columns) as [keyof typeof columns, number][]) {
      const isNominators = target.startsWith('/v1/party') && !target.endsWith('/notes');
      const wanted = isNominators ? 401 : (expected[column] ?? 0);
      const signed = await read(it[who], target);
      if (signed.status !== wanted) differences.push(`${target}, ${who}: ${signed.status} instead of ${wanted}`);
      if (signed.status !== 200 || who === 'revoked') continue;
      const same = Buffer.from(await (await asSession(it.cookies[who], target)).arrayBuffer());
      if (!same.equals(Buffer.from(await signed.arrayBuffer()))) differences.push(`${target}, ${who}: other bytes`);
    }
    const stranger = await read(makeHolder(), target);
    if (stranger.status !== 401) differences.push(`${target}, stranger: ${stranger.status}`);
  }
  expect(differences).toEqual([]);
});

test('changes nothing: anything else needs a session', async () => {
  for (const [method, target, body] of [
    ['POST', '/v1/requests', {}],
    ['POST', '/v1/party/requests', {}],
    ['POST', '/v1/party/notes', {}],
    ['DELETE', '/v1/session', undefined],
  ] as const)
    expect((await callSigned(it.world, it.nominator, method, target, body, { origin: APP })).status).toBe(401);
});

test('each is recorded before it is served, like that of a session', async () => {
  const list = async (): Promise<readonly { act: string; reviewer: string }[]> => {
    const answer = await it.world.callLab('GET', '/v1/lab/access');
    const { records } = (await answer.json()) as { records: { record: string }[] };
    return records.map(({ record }) => JSON.parse(record));
  };
  const before = (await list()).length;
  await read(it.reviewer, fill('/v1/releases/{release}/objects/{digest}'));
  await read(it.reviewer, fill('/v1/releases/{release}/grant'));
  expect((await list()).slice(before)).toMatchObject([
    { act: 'object', reviewer: it.reviewer.fingerprint },
    { act: 'grant', reviewer: it.reviewer.fingerprint },
  ]);
});

test("another site's page cannot trigger or replay it", async () => {
  expect((await read(it.reviewer, '/v1/releases', { origin: 'https://evil.example' })).status).toBe(403);
  expect((await read(it.reviewer, '/v1/releases', {})).status).toBe(403);
  const sent = await read(it.reviewer, '/v1/releases', { origin: APP, 'candor-nonce': 'AAAAAAAAAAAAAAAAAAAAAA' });
  expect(sent.status).toBe(401);
});

test('refuses a removed reviewer from that moment on', async () => {
  expect((await read(it.revoked, '/v1/me')).status).toBe(401);
  expect((await read(it.revoked, fill('/v1/releases/{release}/grant'))).status).toBe(401);
});
