import { afterAll, beforeAll, expect, test } from 'vitest';
import { callSigned, makeHolder, sha256Hex } from './support/caller.ts';
import { makePerson, type Person, toParty, World } from './support/world.ts';

const place = Buffer.alloc(16, 7).toString('base64url');

let world: World;
let kim: Person;
let lee: Person;
beforeAll(async () => {
  world = await new World().start();
  [kim, lee] = [await makePerson('Kim'), await makePerson('Lee')];
  await world.enroll(kim);
  await world.enroll(lee);
  await register(kim, 'first', place);
  await register(lee, 'of lee', null);
  await world.say([
    toParty('northwind.example', [
      [kim, 'nominator'],
      [lee, 'reviewer'],
    ]),
  ]);
});
afterAll(() => world.end());

async function register(person: Person, wrapped: string, at: string | null): Promise<Response> {
  const asked = await callSigned(world, person, 'POST', '/v1/passkey/options');
  const { challenge } = (await asked.json()) as { challenge: string };
  const response = person.authenticator.register(challenge);
  return callSigned(world, person, 'POST', '/v1/passkey', { response, wrapped, place: at });
}

const replace = (person: Person, before: string, wrapped: string): Promise<Response> =>
  callSigned(world, person, 'POST', '/v1/passkey/wrapped', { wrapped, replaces: sha256Hex(before) });
const recover = (at: string): Promise<Response> => world.post('/v1/recovery', { place: at });
const wrappedOf = async (person: Person): Promise<unknown> =>
  ((await (await world.get('/v1/me', await world.open(person))).json()) as { wrapped: unknown }).wrapped;

test('wrapped keys are replaced by a call of their own key that names the replaced version', async () => {
  expect((await replace(kim, 'first', 'second')).status).toBe(200);
  expect(await wrappedOf(kim)).toBe('second');
  // Another device, which has not read what the first one wrote.
  expect((await replace(kim, 'first', 'third')).status).toBe(409);
  expect(await wrappedOf(kim)).toBe('second');
});

test('nobody else writes them, and overlong ones are refused', async () => {
  const stranger = makeHolder();
  const body = { wrapped: 'mine', replaces: sha256Hex('second') };
  expect((await callSigned(world, stranger, 'POST', '/v1/passkey/wrapped', body)).status).toBe(409);
  expect((await replace(lee, 'second', 'mine')).status).toBe(409);
  const cookie = await world.open(kim);
  expect((await world.post('/v1/passkey/wrapped', body, { cookie })).status).toBe(401);
  expect((await replace(kim, 'second', 'x'.repeat(16_385))).status).toBe(400);
  expect(await wrappedOf(kim)).toBe('second');
});

test("whoever knows the recovery key's place gets them; any other place is empty", async () => {
  expect(await (await recover(place)).json()).toEqual({ wrapped: 'second' });
  const other = await recover(Buffer.alloc(16, 8).toString('base64url'));
  expect([other.status, await other.text()]).toEqual([404, '{"code":"not-found"}']);
  for (const wrong of ['', 'x', place.slice(1), sha256Hex('x')]) expect((await recover(wrong)).status).toBe(400);
});

test("nobody takes over another person's place, and their passkey stays", async () => {
  expect((await register(lee, 'of lee anew', place)).status).toBe(409);
  expect(await wrappedOf(lee)).toBe('of lee');
  expect(await (await recover(place)).json()).toEqual({ wrapped: 'second' });
});

test('a removed person leaves no wrapped keys behind', async () => {
  await world.say([toParty('northwind.example', [[lee, 'nominator']])], []);
  world.now += 31 * 24 * 60 * 60;
  await world.say([toParty('northwind.example', [[lee, 'nominator']])], []);
  expect((await recover(place)).status).toBe(404);
});
