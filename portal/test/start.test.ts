import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toAddressGroup } from '../src/adapters/address-group.ts';
import { readSettingsFile } from '../src/adapters/settings-file.ts';
import { Denial, toDenialCode } from '../src/call/denial.ts';
import { preparePolicy } from '../src/call/policy.ts';
import { readSettings } from '../src/service/settings.ts';
import { World } from './support/world.ts';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const read = (change: object) => readSettings(JSON.stringify({ ...world.settings(), ...change }), 'portal.json');

test('a route without declared callers prevents the start', async () => {
  const route = { method: 'GET', url: '/v1/open', handler: async () => ({}) } as const;
  expect(() => preparePolicy({ ...route })).toThrow('does not say who may call it');
  expect(() => preparePolicy({ ...route, config: { policy: 'everybody' as 'public' } })).toThrow();
  await world.start();
  expect(() => world.app.get('/v1/late', async () => ({}))).toThrow();
});

test('listens on loopback by default', () => {
  const { listen: _, ...rest } = world.settings() as { listen: object };
  expect(readSettings(JSON.stringify(rest), 'portal.json').listen).toEqual({ host: '127.0.0.1', port: 8480 });
});

test.each([
  ['an app over plain http', { app: 'http://harbor.example' }],
  ['an app with a path', { app: 'https://harbor.example/' }],
  ['passkeys of another domain', { passkeys: 'harbor.test' }],
  ['passkeys of a domain that only ends alike', { app: 'https://evilharbor.example' }],
  ['no key of the lab', { labKey: 'AAAA' }],
  ['an unknown key', { debug: true }],
  ['a port out of range', { listen: { port: 70_000 } }],
])('refuses settings with %s', (_, change) => {
  expect(() => read(change)).toThrow(/^portal\.json: /);
});

test('reports all errors at once', () => {
  expect(() => read({ labKey: 'x', app: 'y' })).toThrow(/app: .*\n.*labKey: /s);
  expect(() => readSettings('{', 'portal.json')).toThrow('not valid JSON');
  expect(() => readSettings('{"incident":1}', 'portal.json')).toThrow(
    /^portal\.json: incident: .*expected string.*\nportal\.json: labKey: is missing\n/s,
  );
});

test('refuses a missing settings file by name', () => {
  expect(() => readSettingsFile(join(world.folder, 'none.json'))).toThrow(
    expect.objectContaining({ code: 'no-portal-settings', reasons: [expect.stringMatching(/none\.json: .*ENOENT/)] }),
  );
});

test('clients in one IPv6 network count as one', () => {
  expect(toAddressGroup('192.0.2.7')).toBe('192.0.2.7');
  expect(toAddressGroup('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(toAddressGroup('2001:db8:1:2::9')).toBe('2001:db8:1:2');
  expect(toAddressGroup('2001:db8::9')).toBe(toAddressGroup('2001:db8::8'));
  expect(toAddressGroup('2001:db8:1:3::9')).not.toBe(toAddressGroup('2001:db8:1:2::9'));
});

test('an IPv4 address is one client in any notation, and no two of them are one', () => {
  for (const written of ['::ffff:192.0.2.7', '::FFFF:c000:207', '0:0:0:0:0:ffff:192.0.2.7', '64:ff9b::192.0.2.7'])
    expect(toAddressGroup(written)).toBe('192.0.2.7');
  expect(toAddressGroup('::ffff:192.0.2.8')).not.toBe(toAddressGroup('::ffff:192.0.2.7'));
  expect(toAddressGroup('2001:0DB8::1')).toBe(toAddressGroup('2001:db8::1'));
  expect(toAddressGroup('::1')).toBe('0:0:0:0');
});

test('whatever is thrown, the answer is only a listed code', () => {
  expect(toDenialCode(new Denial('conflict'))).toBe('conflict');
  expect(toDenialCode(new Error('secret'))).toBe('fault');
  expect(toDenialCode('secret')).toBe('fault');
  expect(toDenialCode(Object.assign(new Error('x'), { statusCode: 400 }))).toBe('malformed');
});

test('invalid paths and unsupported methods are not found', async () => {
  await world.start();
  for (const [method, target] of [
    ['GET', '/'],
    ['GET', '/v1/'],
    ['POST', '/v1/status'],
    ['HEAD', '/v1/status'],
    ['GET', '/v1/status/'],
    ['GET', '/v1/lab'],
    ['TRACE', '/v1/me'],
  ] as const) {
    const reply = await world.app.inject({ method: method as 'GET', url: target });
    expect([method, target, reply.statusCode]).toEqual([method, target, 404]);
  }
  const odd = await world.app.inject({ method: 'GET', url: '/v1/%zz' });
  expect([odd.statusCode, odd.body]).toEqual([400, '{"code":"malformed"}']);
});
