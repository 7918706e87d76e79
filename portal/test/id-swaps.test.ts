import { afterAll, beforeAll, expect, test } from 'vitest';
import { swapIds } from './id-swaps.ts';
import { type Peopled, people, World } from './support/world.ts';

let it: Peopled;
beforeAll(async () => {
  it = await people(await new World().start());
});
afterAll(() => it.world.end());

test("others' ids open nothing, and own ids do", { timeout: 300_000 }, async () => {
  expect(await swapIds(it, process.env['CANDOR_LONG'] === '1' ? 10_000 : 500, 11)).toBeGreaterThan(5);
});

test("other people's objects and missing ones get one answer", async () => {
  const { world, release, otherRelease, cookies } = it;
  const ask = async (target: string): Promise<unknown> => {
    const reply = await world.get(target, cookies.other);
    const fields = Object.fromEntries([...reply.headers].filter(([name]) => name !== 'date'));
    return { status: reply.status, fields, body: await reply.text() };
  };
  const [object = ''] = release.objects;
  const nowhere = await ask(`/v1/releases/${'ab'.repeat(32)}/objects/${'cd'.repeat(32)}`);
  expect(await ask(`/v1/releases/${release.release}/objects/${object}`)).toEqual(nowhere);
  expect(await ask(`/v1/releases/${otherRelease.release}/objects/${object}`)).toEqual(nowhere);
  expect(await ask(`/v1/releases/${release.release}/grant`)).toEqual(nowhere);
  expect(await ask(`/v1/releases/${release.release}/papers/manifest.json`)).toEqual(nowhere);
});

test('grants and the index are not objects', async () => {
  const { world, release, cookies, nominator } = it;
  const grant = release.grants.get(nominator.fingerprint);
  for (const digest of [grant, release.index])
    expect((await world.get(`/v1/releases/${release.release}/objects/${digest}`, cookies.reviewer)).status).toBe(404);
});

test('each reviewer gets only their own grant', async () => {
  const { world, release, cookies, nominator, reviewer } = it;
  for (const [person, cookie] of [
    [nominator, cookies.nominator],
    [reviewer, cookies.reviewer],
  ] as const) {
    const reply = await world.get(`/v1/releases/${release.release}/grant`, cookie);
    expect(reply.headers.get('etag')).toBe(`"${release.grants.get(person.fingerprint)}"`);
  }
});
