import { formatInstant } from '@candor/core/base';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Authenticator } from './support/authenticator.ts';
import { callSigned } from './support/caller.ts';
import { APP, makePerson, type Person, toParty, World } from './support/world.ts';

let world: World;
let kim: Person;

beforeEach(async () => {
  world = await new World().start();
  kim = await makePerson('Kim');
  await world.enroll(kim);
  await world.register(kim);
  await world.say([toParty('northwind.example', [[kim, 'nominator']])]);
});
afterEach(() => world.end());

const isOpen = async (cookie: string): Promise<boolean> => (await world.get('/v1/me', cookie)).ok;

test('the cookie is bound to host, path and TLS, and out of reach for scripts and other sites', async () => {
  const reply = await world.signIn(kim.authenticator);
  const [pair = '', ...attributes] = reply.headers.get('set-cookie')?.split('; ') ?? [];
  expect(pair).toMatch(/^__Host-candor=[\w-]{43}$/);
  expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
});

test('a session ends after 15 minutes without use', async () => {
  const cookie = await world.open(kim);
  world.now += 14 * 60;
  expect(await isOpen(cookie)).toBe(true);
  world.now += 14 * 60;
  expect(await isOpen(cookie)).toBe(true);
  world.now += 15 * 60;
  expect(await isOpen(cookie)).toBe(false);
});

test('a session ends after 8 hours of any use', async () => {
  const cookie = await world.open(kim);
  for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
    world.now += 10 * 60;
    expect(await isOpen(cookie)).toBe(true);
  }
  world.now += 10 * 60;
  expect(await isOpen(cookie)).toBe(false);
});

test('signing out ends only this session', async () => {
  const [one, two] = [await world.open(kim), await world.open(kim)];
  const reply = await fetch(`${world.base}/v1/session`, { method: 'DELETE', headers: { cookie: one, origin: APP } });
  expect(reply.status).toBe(200);
  expect([await isOpen(one), await isOpen(two)]).toEqual([false, true]);
});

test('a person sees only their own sessions and can end all but the current one', async () => {
  const lee = await makePerson('Lee');
  await world.enroll(lee);
  await world.register(lee);
  const both = [
    [kim, 'nominator'],
    [lee, 'reviewer'],
  ] as const;
  await world.say([toParty('northwind.example', both)]);
  const [old, ofLee] = [await world.open(kim), await world.open(lee)];
  const begun = formatInstant(world.now);
  world.now += 60;
  const here = await world.open(kim);
  const now = formatInstant(world.now);
  expect(await (await world.get('/v1/sessions', here)).json()).toEqual({
    sessions: [
      { begun, seen: begun, isThis: false },
      { begun: now, seen: now, isThis: true },
    ],
  });
  const endOthers = async ({ authenticator }: Person): Promise<Response> => {
    const options = (await (await world.post('/v1/session/options', undefined)).json()) as { challenge: string };
    const body = JSON.stringify({ response: authenticator.signIn(options.challenge) });
    const headers = { cookie: here, origin: APP, 'content-type': 'application/json' };
    return fetch(`${world.base}/v1/sessions`, { method: 'DELETE', headers, body });
  };
  // A page that was left open is not enough, nor is a passkey of somebody else.
  expect((await endOthers(lee)).status).toBe(409);
  expect([await isOpen(old), await isOpen(here), await isOpen(ofLee)]).toEqual([true, true, true]);
  expect(await (await endOthers(kim)).json()).toEqual({ state: 'signed-out' });
  expect([await isOpen(old), await isOpen(here), await isOpen(ofLee)]).toEqual([false, true, true]);
});

test('an ended session is listed nowhere', async () => {
  await world.open(kim);
  world.now += 15 * 60;
  const here = await world.open(kim);
  const { sessions } = (await (await world.get('/v1/sessions', here)).json()) as { sessions: unknown[] };
  expect(sessions).toHaveLength(1);
});

test('signing in again in one browser ends the previous session; an unknown cookie does not interfere', async () => {
  const [here, elsewhere] = [await world.open(kim), await world.open(kim)];
  const again = async (cookie: string): Promise<string> => {
    const options = (await (await world.post('/v1/session/options', undefined)).json()) as { challenge: string };
    const response = kim.authenticator.signIn(options.challenge);
    const reply = await world.post('/v1/session', { response }, { cookie });
    return reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const anew = await again(here);
  expect([await isOpen(here), await isOpen(elsewhere), await isOpen(anew)]).toEqual([false, true, true]);
  expect(await isOpen(await again('__Host-candor=nobody'))).toBe(true);
});

test('a person has at most eight sessions; the oldest is dropped', async () => {
  const first = await world.open(kim);
  for (let more = 0; more < 7; more += 1) await world.open(kim);
  expect(await isOpen(first)).toBe(true);
  await world.open(kim);
  expect(await isOpen(first)).toBe(false);
});

test('a restart ends all sessions', async () => {
  const cookie = await world.open(kim);
  await world.stop();
  await world.start();
  await world.say([toParty('northwind.example', [[kim, 'nominator']])]);
  expect(await isOpen(cookie)).toBe(false);
});

test('a removed person has no session from that moment, and gets none', async () => {
  const cookie = await world.open(kim);
  await world.say([toParty('northwind.example', [])]);
  expect(await isOpen(cookie)).toBe(false);
  expect((await world.signIn(kim.authenticator)).status).toBe(401);
});

test('a passkey of a person whom the lab does not name yet opens nothing', async () => {
  const lee = await makePerson('Lee');
  await world.enroll(lee);
  expect((await world.register(lee)).status).toBe(200);
  expect((await world.signIn(lee.authenticator)).status).toBe(401);
});

test('another passkey for the same key ends sessions and replaces the old one', async () => {
  const cookie = await world.open(kim);
  const second = new Authenticator(APP, 'harbor.example');
  expect((await world.register(kim, second, 'wrapped anew')).status).toBe(200);
  expect(await isOpen(cookie)).toBe(false);
  expect((await world.signIn(kim.authenticator)).status).toBe(401);
  expect((await world.signIn(second)).status).toBe(200);
  const kept = await world.portal.store.access.listOfParty('northwind.example', 0, 100);
  const records = kept.map((text) => JSON.parse(text).act);
  expect(records).toEqual(['session', 'passkey', 'session']);
});

test('a passkey needs the approved key', async () => {
  const eve = await makePerson('Eve');
  expect((await world.register(eve)).status).toBe(401);
  // A challenge that was given to one key is none for another.
  await world.enroll(eve);
  const asked = await callSigned(world, eve, 'POST', '/v1/passkey/options');
  const { challenge } = (await asked.json()) as { challenge: string };
  const response = eve.authenticator.register(challenge);
  expect((await callSigned(world, kim, 'POST', '/v1/passkey', { response, wrapped: null })).status).toBe(400);
  expect((await world.signIn(kim.authenticator)).status).toBe(200);
});

test("nobody takes over another person's credential", async () => {
  const eve = await makePerson('Eve');
  await world.enroll(eve);
  expect((await world.register(eve, kim.authenticator)).status).toBe(409);
  expect((await world.signIn(kim.authenticator)).status).toBe(200);
});

test.each([
  ['asked for no touch or PIN', new Authenticator(APP, 'harbor.example', { verified: false })],
  ['is used on another site', new Authenticator('https://harbor.test', 'harbor.example')],
  ['belongs to another domain', new Authenticator(APP, 'harbor.test')],
  ['is used over plain http', new Authenticator('http://harbor.example', 'harbor.example')],
])('refuses to register an authenticator that %s', async (_, authenticator) => {
  expect((await world.register(kim, authenticator)).status).toBe(400);
});

test('a challenge works once, for signing in, within five minutes', async () => {
  const ask = async (): Promise<string> => {
    const options = await world.post('/v1/session/options', undefined);
    return ((await options.json()) as { challenge: string }).challenge;
  };
  const challenge = await ask();
  const response = kim.authenticator.signIn(challenge);
  expect((await world.post('/v1/session', { response })).status).toBe(200);
  expect((await world.post('/v1/session', { response })).status).toBe(401);
  expect((await world.post('/v1/session', { response: kim.authenticator.signIn(challenge) })).status).toBe(401);
  const old = await ask();
  world.now += 5 * 60;
  expect((await world.post('/v1/session', { response: kim.authenticator.signIn(old) })).status).toBe(401);
  expect((await world.post('/v1/session', { response: kim.authenticator.signIn('AAAA') })).status).toBe(401);
});

test('returns wrapped keys unchanged, only to their owner', async () => {
  const reply = await world.get('/v1/me', await world.open(kim));
  expect(await reply.json()).toMatchObject({ reviewer: kim.fingerprint, role: 'nominator', wrapped: 'sealed' });
});

test('ignores what an authenticator says about its secrets', async () => {
  const asked = await callSigned(world, kim, 'POST', '/v1/passkey/options');
  const { challenge } = (await asked.json()) as { challenge: string };
  const response = {
    ...kim.authenticator.register(challenge),
    clientExtensionResults: { prf: { results: { first: 'AA' } } },
  };
  expect((await callSigned(world, kim, 'POST', '/v1/passkey', { response, wrapped: null })).status).toBe(400);
});
