import { afterEach, beforeEach, expect, test } from 'vitest';
import { RecentCache } from '../src/adapters/recent.ts';
import { makeRelease } from './support/made-release.ts';
import { type Peopled, people, toParty, World } from './support/world.ts';

// What the portal remembers of its store and its files, so that it need not ask the disk again, is as it lies there,
// and gone when that is.

let all: Peopled;
beforeEach(async () => {
  all = await people(await new World().start());
});
afterEach(() => all.world.end());

const toObject = ({ release }: Peopled): string => `/v1/releases/${release.release}/objects/${release.objects[0]}`;

test('a release already read is gone with a statement that does not name it', async () => {
  const { world, nominator, release, cookies } = all;
  const fetched = async () => (await world.get(toObject(all), cookies.nominator)).status;
  expect([await fetched(), await fetched()]).toEqual([200, 200]);
  expect((await (await world.get('/v1/releases', cookies.nominator)).json()) as object).toMatchObject({
    releases: [{ release: release.release }],
  });
  await world.say([toParty('northwind.example', [[nominator, 'nominator']])]);
  expect(await fetched()).toBe(404);
  expect(await (await world.get('/v1/releases', cookies.nominator)).json()).toEqual({ releases: [] });
  const digest = release.objects[0] ?? '';
  expect(world.portal.objects.readSmall(digest)).toBeNull();
});

test('a person already seen is gone with a statement that does not name them', async () => {
  const { world, nominator, release, cookies } = all;
  expect((await world.get('/v1/me', cookies.reviewer)).status).toBe(200);
  await world.say([toParty('northwind.example', [[nominator, 'nominator']], [release])]);
  expect((await world.get('/v1/me', cookies.reviewer)).status).toBe(401);
  expect((await world.get(toObject(all), cookies.reviewer)).status).toBe(401);
});

test('lists and serves a later release at once', async () => {
  const { world, nominator, release, cookies } = all;
  const list = async () =>
    ((await (await world.get('/v1/releases', cookies.nominator)).json()) as { releases: object[] }).releases.length;
  expect(await list()).toBe(1);
  const later = await makeRelease('northwind.example', [nominator], { number: 2, texts: ['Another one.'] });
  await world.say([toParty('northwind.example', [[nominator, 'nominator']], [release, later])]);
  expect(await list()).toBe(1);
  await world.push(later);
  expect(await list()).toBe(2);
  const fetched = await world.get(`/v1/releases/${later.release}/objects/${later.objects[0]}`, cookies.nominator);
  expect(fetched.status).toBe(200);
});

test.each(['the release', 'the person'])(
  '%s revoked while the record is written: recorded, and not served',
  async (what) => {
    const { world, nominator, release, cookies } = all;
    const { accessBook } = world.portal;
    const record = accessBook.record.bind(accessBook);
    accessBook.record = async (...accesses) => {
      await record(...accesses);
      await world.say([
        toParty('northwind.example', [[nominator, 'nominator']], what === 'the person' ? [release] : []),
      ]);
    };
    expect((await world.get(toObject(all), cookies.reviewer)).status).toBe(404);
    const records = (await (await world.callLab('GET', '/v1/lab/access?after=0')).json()) as {
      records: { record: string }[];
    };
    expect(records.records.at(-1)?.record).toContain(release.objects[0]);
  },
);

test('the cache stays within its size; the least recently used goes', () => {
  const recent = new RecentCache<string>(10, ({ length }) => length);
  recent.set('a', 'aaaa');
  recent.set('b', 'bbbb');
  expect(recent.get('a')).toBe('aaaa');
  recent.set('c', 'cccc');
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['aaaa', undefined, 'cccc']);
  recent.set('d', 'd'.repeat(11));
  expect(['a', 'c', 'd'].map((key) => recent.get(key))).toEqual([undefined, undefined, undefined]);
  recent.set('e', 'e');
  recent.clear();
  expect(recent.get('e')).toBeUndefined();
});
