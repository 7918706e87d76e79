import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP, type Peopled, people, World } from './support/world.ts';

let it: Peopled;
beforeAll(async () => {
  it = await people(await new World().start());
});
afterAll(() => it.world.end());

/** What a browser sends from a page that is not the reviewer app. The cookie is there, as if `SameSite` did not exist. */
const shapes: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['another site', { origin: 'https://evil.example' }],
  ['a sibling host', { origin: 'https://www.harbor.example' }],
  ['a host that begins alike', { origin: 'https://harbor.example.evil.example' }],
  ['plain http', { origin: 'http://harbor.example' }],
  ['another port', { origin: 'https://harbor.example:8443' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['no origin', {}],
  ['the own origin, said by a browser to be cross-site', { origin: APP, 'sec-fetch-site': 'cross-site' }],
];

const changes: readonly (readonly [string, string])[] = [
  ['POST', '/v1/session'],
  ['POST', '/v1/session/options'],
  ['DELETE', '/v1/session'],
  ['POST', '/v1/requests'],
  ['POST', '/v1/party/requests'],
];

for (const [shape, fields] of shapes) {
  test.each(changes)(`%s %s from ${shape} is refused`, async (method, target) => {
    const headers = { cookie: it.cookies.nominator, 'content-type': 'application/json', ...fields };
    const reply = await fetch(it.world.base + target, {
      method,
      headers,
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    expect([reply.status, await reply.text()]).toEqual([403, '{"code":"foreign-origin"}']);
  });
}

test('from the app itself the same calls are read', async () => {
  for (const [method, target] of changes.filter(([method]) => method === 'POST')) {
    const reply = await it.world.post(target, target.endsWith('options') ? undefined : {}, {
      cookie: it.cookies.nominator,
    });
    expect([method, reply.status === 403]).toEqual(['POST', false]);
  }
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a form (%s) is not read',
  async (type) => {
    const headers = { cookie: it.cookies.nominator, origin: APP, 'content-type': type };
    const reply = await fetch(`${it.world.base}/v1/party/requests`, { method: 'POST', headers, body: '{}' });
    expect(reply.status).toBe(415);
  },
);

test.each(shapes)('reading from %s is refused: each fetch leaves a record', async (_, fields) => {
  const { world, cookies, release } = it;
  const before = world.portal.store.access.listAfter(0, 5000).length;
  const headers = { cookie: cookies.nominator, ...fields };
  for (const target of [`/v1/releases/${release.release}/index`, '/v1/me', '/v1/party'])
    expect((await fetch(world.base + target, { headers })).status).toBe(403);
  expect(world.portal.store.access.listAfter(0, 5000)).toHaveLength(before);
});

test.each(['same-site', 'none'])(
  'an image or a link (%s) reads nothing; a page of the own origin does',
  async (site) => {
    const { world, cookies } = it;
    const read = async (said: string) =>
      (await fetch(`${world.base}/v1/me`, { headers: { cookie: cookies.nominator, 'sec-fetch-site': said } })).status;
    expect([await read(site), await read('same-origin')]).toEqual([403, 200]);
  },
);

test('only the app may read across origins', async () => {
  const { world } = it;
  const preflight = (origin: string) => fetch(`${world.base}/v1/session`, { method: 'OPTIONS', headers: { origin } });
  const ours = await preflight(APP);
  expect([
    ours.status,
    ours.headers.get('access-control-allow-origin'),
    ours.headers.get('access-control-allow-credentials'),
  ]).toEqual([204, APP, 'true']);
  const foreign = await preflight('https://evil.example');
  expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null]);
});

test('answers forbid scripts, frames, storing and sniffing', async () => {
  const { headers } = await it.world.get('/v1/status');
  expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('strict-transport-security')).toMatch(/max-age/);
});
