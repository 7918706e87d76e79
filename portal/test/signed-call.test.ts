import { randomBytes } from 'node:crypto';
import { signCall } from '@candor/core/review/enrollment';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callSigned, makeHolder, sha256Hex } from './support/caller.ts';
import { World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await new World().start();
});
afterAll(() => world.end());

const target = '/v1/lab/requests';
const sign = (change: object = {}) =>
  signCall(world.lab.signer, {
    boot: world.boot,
    method: 'GET',
    target,
    at: world.now,
    nonce: randomBytes(16).toString('base64url'),
    body: sha256Hex(''),
    ...change,
  });
const send = async (headers: Readonly<Record<string, string>>, at = target, init: RequestInit = {}): Promise<number> =>
  (await fetch(world.base + at, { headers, ...init })).status;

test('a call works once', async () => {
  const headers = await sign();
  expect([await send(headers), await send(headers)]).toEqual([200, 401]);
});

test.each([
  ['another boot', { boot: 'A'.repeat(22) }],
  ['another method', { method: 'POST' }],
  ['another path', { target: '/v1/lab/access' }],
  ['another query', { target: `${target}?after=1` }],
  ['another body', { body: sha256Hex('x') }],
  ['a short nonce', { nonce: 'AAAA' }],
])('refuses a call signed for %s', async (_, change) => {
  expect(await send(await sign(change))).toBe(401);
});

test('a call is valid for five minutes either way', async () => {
  expect(await send(await sign({ at: world.now - 300 }))).toBe(200);
  expect(await send(await sign({ at: world.now + 300 }))).toBe(200);
  expect(await send(await sign({ at: world.now - 301 }))).toBe(401);
  expect(await send(await sign({ at: world.now + 301 }))).toBe(401);
});

test('a call from a fast clock cannot be replayed when its time comes', async () => {
  const headers = await sign({ at: world.now + 300 });
  expect(await send(headers)).toBe(200);
  world.now += 600;
  expect(await send(headers)).toBe(401);
});

test('refuses a missing or altered field', async () => {
  const headers = await sign();
  for (const name of Object.keys(headers)) {
    const { [name]: _, ...rest } = headers;
    expect([name, await send(rest)]).toEqual([name, 401]);
    expect([name, await send({ ...headers, [name]: 'x' })]).toEqual([name, 401]);
  }
  expect(await send(headers)).toBe(200);
});

test("refuses any key but the lab's, however well it signs", async () => {
  expect((await callSigned(world, makeHolder(), 'GET', target)).status).toBe(401);
});

test('refuses a body other than the signed one', async () => {
  const put = '/v1/lab/standing';
  const headers = {
    ...(await sign({ method: 'PUT', target: put, body: sha256Hex('{"standing":"a"}') })),
    'content-type': 'application/json',
  };
  expect(await send(headers, put, { method: 'PUT', body: '{"standing":"b"}' })).toBe(401);
});

test('reads a body only after its signature', async () => {
  let isCancelled = false;
  // Whoever read it to its end would never answer.
  const endless = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await new Promise((resume) => setTimeout(resume, 20));
      if (!isCancelled) controller.enqueue(new Uint8Array(16));
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  const headers = {
    ...(await sign({ target: '/v1/lab/releases', method: 'POST', boot: 'B'.repeat(22) })),
    'content-type': 'application/json',
  };
  const abort = new AbortController();
  const call: RequestInit = { method: 'POST', body: endless, duplex: 'half', signal: abort.signal };
  expect(await send(headers, '/v1/lab/releases', call)).toBe(401);
  abort.abort();
});
