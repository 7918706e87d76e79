import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { readSettings } from '../src/service/settings.ts';
import { World } from './support/world.ts';

let world: World;
afterEach(() => world.end());

class NamedWorld extends World {
  readonly #hosts: readonly string[] | undefined;

  constructor(hosts?: readonly string[]) {
    super();
    this.#hosts = hosts;
  }

  override settings(): object {
    return { ...super.settings(), ...(this.#hosts === undefined ? {} : { hosts: this.#hosts }) };
  }
}

const call = (host: string) =>
  new Promise<string>((settle, fail) => {
    request(`${world.base}/v1/status`, { headers: { host } }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const policy = reply.headers['content-security-policy'] === undefined ? 'no policy' : 'policy';
        settle(`${reply.statusCode} ${policy} ${reply.statusCode === 200 ? '' : body}`.trim());
      });
    })
      .on('error', fail)
      .end();
  });

test('a portal with names answers to these alone, whatever their letters, port and last dot', async () => {
  world = await new NamedWorld(['review.harbor.example', '127.0.0.1', '[::1]']).start();
  for (const host of [
    'review.harbor.example',
    'Review.Harbor.Example:8480',
    'review.harbor.example.',
    '127.0.0.1',
    '[::1]:1',
  ])
    expect([host, await call(host)]).toEqual([host, '200 policy']);
  for (const host of [
    'evil.example',
    'review.harbor.example.evil.example',
    'x.review.harbor.example',
    '127.0.0.2',
    'a, b',
  ])
    expect([host, await call(host)]).toEqual([host, '421 policy {"code":"wrong-host"}']);
});

test('a portal without names answers to any', async () => {
  world = await new NamedWorld().start();
  expect(await call('evil.example')).toBe('200 policy');
});

test.each([
  [[]],
  [['https://review.harbor.example']],
  [['Review.harbor.example']],
  [['a/b']],
  ['review.harbor.example'],
])('refuses %j as names', async (hosts) => {
  world = await new NamedWorld().start();
  expect(() => readSettings(JSON.stringify({ ...world.settings(), hosts }), 'portal.json')).toThrow(
    /^portal\.json: hosts/,
  );
});
