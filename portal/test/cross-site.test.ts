import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP, type Peopled, people, World } from './support/world.ts';

let it: Peopled;
beforeAll(async () => {
  it = await people(await new World().start());
});
afterAll(() => it.world.end());

/**
 * What a browser sends from a page that is not the reviewer app. The cookie is there, as if `SameSite` did not exist.
 */
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
  test.each(changes)(`refuses %s %s from ${shape}`, async (method, target) => {
    const headers = { cookie: it.cookies.nominator, 'content-type': 'application/json', ...fields };
    const reply = await fetch(it.world.base + target, {
      method,
      headers,
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    expect([reply.status, await reply.text()]).toEqual([403, '{"code":"foreign-origin"}']);
  });
}

test('the same calls from the app itself are read', async () => {
  for (const [method, target] of changes.filter(([method]) => method === 'POST')) {
    const reply = await it.world.post(target, target.endsWith('options') ? undefined : {}, {
      cookie: it.cookies.nominator,
    });
    expect([method, reply.status === 403]).toEqual(['POST', false]);
  }
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'does not read a form (%s)',
  async (type) => {
    const headers = { cookie: it.cookies.nominator, origin: APP, 'content-type': type };
    const reply = await fetch(`${it.world.base}/v1/party/requests`, { method: 'POST', headers, body: '{}' });
    expect(reply.status).toBe(415);
  },
);

test.each(shapes)('refuses reading from %s: each fetch leaves a record', async (_, fields) => {
  const { world, cookies, release } = it;
  const before = (await world.portal.store.access.listAfter(0, 5000)).length;
  const headers = { cookie: cookies.nominator, ...fields };
  for (const target of [`/v1/releases/${release.release}/index`, '/v1/me', '/v1/party'])
    expect((await fetch(world.base + target, { headers })).status).toBe(403);
  expect(await world.portal.store.access.listAfter(0, 5000)).toHaveLength(before);
});

test.each(['same-site', 'none'])(
  'an image or link (%s) reads nothing; a page of the same origin does',
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

// The tag of a notice is a field of its own, so browsers ask before every call, with its query.
test.each(['/v1/party/notes?after=0', '/v1/party/access?after=3', '/v1/party/enrollments?reviewer=0011'])(
  "answers a browser's preflight before %s",
  async (target) => {
    const headers = {
      origin: APP,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'candor-tag',
    };
    const answer = await fetch(`${it.world.base}${target}`, { method: 'OPTIONS', headers });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, APP]);
    expect(answer.headers.get('access-control-allow-headers')).toContain('candor-tag');
  },
);

/** What every answer says, whether a route was reached or not. */
const everyAnswer: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'cache-control': /^no-store$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-site$/,
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'content-type': /^application\/json; charset=utf-8$/,
};

test.each([
  ['a route', '/v1/status'],
  ['a denial', '/v1/me'],
  ['no route', '/'],
  ['no path', '/v1/%zz'],
])('%s (%s): the answer forbids scripts, frames, forms, caching and sniffing, and requires TLS', async (_, target) => {
  const { headers } = await it.world.get(target);
  const missing = Object.entries(everyAnswer).filter(([name, value]) => !value.test(headers.get(name) ?? ''));
  expect(missing.map(([name]) => `${name}: ${headers.get(name)}`)).toEqual([]);
});

test.each([
  ['no HTTP', 'EHLO mail.example\r\n\r\n'],
  ['a body of two lengths', 'POST /v1/session HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
  [
    'a body of one length and of pieces',
    'POST /v1/session HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a request without a host', 'GET /v1/status HTTP/1.1\r\n\r\n'],
  ['an expectation', 'GET /v1/status HTTP/1.1\r\nhost: a\r\nexpect: tea\r\n\r\n'],
  ['a field that holds a line', 'GET /v1/status HTTP/1.1\r\nhost: a\r\nx: a\rb: c\r\n\r\n'],
])('answers %s once, with the same headers, and closes the connection', async (_, sent) => {
  const text = await speak(sent);
  expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  expect(text).toMatch(/^HTTP\/1\.1 400 [\s\S]*\r\n\r\n\{"code":"malformed"\}$/);
  const fields = new Map(
    (text.split('\r\n\r\n')[0] ?? '').split('\r\n').map((line) => line.split(': ') as [string, string]),
  );
  const missing = Object.entries(everyAnswer).filter(([name, value]) => !value.test(fields.get(name) ?? ''));
  expect(missing.map(([name]) => name)).toEqual([]);
});

/** All that comes back for these bytes, with a proper request behind them. */
function speak(sent: string): Promise<string> {
  return new Promise((settle, fail) => {
    let text = '';
    const socket = connect(Number(new URL(it.world.base).port), '127.0.0.1', () => {
      socket.write(`${sent}GET /v1/status HTTP/1.1\r\nhost: a\r\n\r\n`);
    });
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
    });
    socket.on('error', fail);
    socket.on('close', () => settle(text));
  });
}
