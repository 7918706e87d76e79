import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatInstant } from '@candor/core/base';
import { toAuthorizationsText } from '@candor/core/review/access';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256Hex } from './support/caller.ts';
import { type MadeRelease, makeRelease } from './support/made-release.ts';
import { makePerson, type Person, toParty, World } from './support/world.ts';

let world: World;
let kim: Person;
let release: MadeRelease;
const A = 'northwind.example';

beforeEach(async () => {
  world = await new World().start();
  kim = await makePerson('Kim');
  release = await makeRelease(A, [kim]);
  await world.enroll(kim);
  await world.register(kim);
});
afterEach(() => world.end());

const begin = async (made: MadeRelease = release): Promise<{ state: string; missing: string[] }> =>
  (await world.callLab('POST', '/v1/lab/releases', made.papers)).json() as Promise<{
    state: string;
    missing: string[];
  }>;
const put = (digest: string, bytes: Uint8Array | undefined): Promise<Response> =>
  world.callLab('PUT', `/v1/lab/objects/${digest}`, bytes);
const listStored = (): readonly string[] =>
  readdirSync(join(world.folder, 'objects'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
const listReleases = async (cookie: string): Promise<readonly string[]> => {
  const { releases } = (await (await world.get('/v1/releases', cookie)).json()) as { releases: { release: string }[] };
  return releases.map((entry) => entry.release);
};
const nameKim = (releases: readonly MadeRelease[]): Promise<void> =>
  world.say([toParty(A, [[kim, 'nominator']], releases)]);

test('serves a release when complete and named, whichever comes last', async () => {
  await nameKim([release]);
  const cookie = await world.open(kim);
  const { missing } = await begin();
  expect([...missing].sort()).toEqual([...release.files.keys()].sort());
  for (const digest of missing) {
    expect(await listReleases(cookie)).toEqual([]);
    expect((await world.get(`/v1/releases/${release.release}/objects/${digest}`, cookie)).status).toBe(404);
    expect((await put(digest, release.files.get(digest))).status).toBe(200);
  }
  expect(await listReleases(cookie)).toEqual([]);
  expect(await begin()).toMatchObject({ state: 'complete', missing: [] });
  expect(await listReleases(cookie)).toEqual([release.release]);
});

test('does not serve a complete release that is not named', async () => {
  await nameKim([]);
  const cookie = await world.open(kim);
  expect(await world.push(release)).toBe('complete');
  expect(await listReleases(cookie)).toEqual([]);
  await nameKim([release]);
  expect(await listReleases(cookie)).toEqual([release.release]);
});

test('serves to nobody a release named for another party than in its manifest', async () => {
  const mo = await makePerson('Mo');
  await world.enroll(mo, 'contoso.example');
  await world.register(mo);
  await world.push(release);
  await world.say([toParty(A, [[kim, 'nominator']]), toParty('contoso.example', [[mo, 'nominator']], [release])]);
  const cookie = await world.open(kim);
  expect(await listReleases(cookie)).toEqual([]);
  // Named first and pushed then, too.
  expect(await world.push(release)).toBe('complete');
  expect(await listReleases(cookie)).toEqual([]);
  expect(await listReleases(await world.open(mo))).toEqual([]);
});

test('every step may be repeated', async () => {
  for (let round = 0; round < 2; round += 1) {
    await begin();
    for (const [digest, bytes] of release.files)
      for (let time = 0; time < 2; time += 1) expect((await put(digest, bytes)).status).toBe(200);
    expect(await begin()).toMatchObject({ state: 'complete', missing: [] });
  }
  expect(listStored()).toEqual([...release.files.keys()].sort());
});

test('bytes that no release names, or with another digest, leave nothing behind', async () => {
  const [[digest = '', bytes = new Uint8Array()] = []] = release.files;
  expect((await put(digest, bytes)).status).toBe(409);
  await begin();
  const altered = Uint8Array.from(bytes);
  altered[0] = (altered[0] ?? 0) ^ 1;
  expect((await put(digest, altered)).status).toBe(400);
  expect((await world.callLab('PUT', `/v1/lab/objects/${digest}`, altered, { 'candor-body': digest })).status).toBe(
    401,
  );
  expect((await put(digest, Buffer.concat([bytes, bytes]))).status).toBe(400);
  const large = new Uint8Array(200_000);
  expect((await put(sha256Hex(large), large)).status).toBe(409);
  expect(listStored()).toEqual([]);
});

test('an aborted upload leaves nothing behind, and the next one succeeds', async () => {
  await begin();
  const [[digest = '', bytes = new Uint8Array()] = []] = release.files;
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes.subarray(0, 100);
    throw new Error('the line is gone');
  };
  await expect(world.portal.objects.put(digest, broken(), bytes.length, true)).rejects.toThrow('gone');
  expect(listStored()).toEqual([]);
  expect((await put(digest, bytes)).status).toBe(200);
  expect(listStored()).toEqual([digest]);
});

test('cuts off a file longer than its release says', async () => {
  const padded = new Uint8Array(100_000);
  const digest = sha256Hex(padded);
  const manifest = release.papers.manifest.replace(
    /"index":\{"digest":"[0-9a-f]{64}","size":\d+\}/,
    `"index":{"digest":"${digest}","size":99999}`,
  );
  expect((await world.callLab('POST', '/v1/lab/releases', { ...release.papers, manifest })).status).toBe(200);
  expect((await put(digest, padded)).status).toBe(413);
  expect(listStored()).toEqual([]);
});

test.each([
  ['not in its form', (text: string) => `${text} `],
  ['of another incident', (text: string) => text.replace('harbor-2001', 'harbor-2002')],
  [
    'that names one file twice',
    (text: string) => text.replace(/"index":\{"digest":"[0-9a-f]{64}"/, `"index":{"digest":"${release.objects[0]}"`),
  ],
])('refuses a manifest %s', async (_, change) => {
  const reply = await world.callLab('POST', '/v1/lab/releases', {
    ...release.papers,
    manifest: change(release.papers.manifest),
  });
  expect(reply.status).toBe(400);
});

test('revoking a release deletes its files at once, and no others', async () => {
  const second = await makeRelease(A, [kim], { number: 2, texts: ['Another one.'] });
  await world.push(release);
  await world.push(second);
  await nameKim([release, second]);
  const cookie = await world.open(kim);
  await nameKim([second]);
  expect(await listReleases(cookie)).toEqual([second.release]);
  expect((await world.get(`/v1/releases/${release.release}/index`, cookie)).status).toBe(404);
  expect(listStored()).toEqual([...second.files.keys()].sort());
});

test('removing a person deletes the grant, and a push does not restore it', async () => {
  const lee = await makePerson('Lee');
  const both = await makeRelease(A, [kim, lee]);
  await world.push(both);
  await world.say([
    toParty(
      A,
      [
        [kim, 'nominator'],
        [lee, 'reviewer'],
      ],
      [both],
    ),
  ]);
  const grant = both.grants.get(lee.fingerprint) ?? '';
  expect(listStored()).toContain(grant);
  await nameKim([both]);
  expect(listStored()).not.toContain(grant);
  expect(listStored()).toHaveLength(both.files.size - 1);
  expect(await begin(both)).toMatchObject({ state: 'complete', missing: [] });
});

test('statements only move forward', async () => {
  const older = world.toStanding([toParty(A, [[kim, 'nominator']])]);
  await nameKim([]);
  const say = async (standing: object): Promise<number> =>
    (await world.callLab('PUT', '/v1/lab/standing', { standing: toAuthorizationsText(standing as typeof older) }))
      .status;
  expect(await say(older)).toBe(409);
  const newer = world.toStanding([]);
  expect([await say(newer), await say(newer)]).toEqual([200, 200]);
  expect(await say({ ...newer, parties: [toParty(A, [])] })).toBe(409);
  expect(await say({ ...newer, number: newer.number + 1, incident: 'other' })).toBe(400);
});

test("serves nothing before the lab's first statement since the start, nor after its statement expired", async () => {
  await world.push(release);
  await nameKim([release]);
  world.now += 1;
  const cookie = await world.open(kim);
  world.now += 24 * 60 * 60;
  expect((await world.signIn(kim.authenticator)).status).toBe(503);
  await nameKim([release]);
  const fresh = await world.open(kim);
  expect([(await world.get('/v1/me', cookie)).status, (await world.get('/v1/me', fresh)).status]).toEqual([401, 200]);
  await world.stop();
  await world.start();
  expect((await world.signIn(kim.authenticator)).status).toBe(503);
});

test('a session open at expiry reads nothing more', async () => {
  const until = formatInstant(world.now + 60);
  const standing = toAuthorizationsText({ ...world.toStanding([toParty(A, [[kim, 'nominator']])]), until });
  expect((await world.callLab('PUT', '/v1/lab/standing', { standing })).status).toBe(200);
  const cookie = await world.open(kim);
  world.now += 60;
  expect((await world.get('/v1/me', cookie)).status).toBe(200);
  world.now += 1;
  const reply = await world.get('/v1/me', cookie);
  expect([reply.status, await reply.text()]).toEqual([503, '{"code":"lab-silent"}']);
});

test('a restored backup serves nothing revoked since', async () => {
  const [lee, second] = [await makePerson('Lee'), await makeRelease(A, [kim], { number: 2 })];
  await world.enroll(lee);
  await world.register(lee);
  await world.push(release);
  await world.push(second);
  await world.say([
    toParty(
      A,
      [
        [kim, 'nominator'],
        [lee, 'reviewer'],
      ],
      [release, second],
    ),
  ]);
  const backup = mkdtempSync(join(tmpdir(), 'portal-backup-'));
  try {
    await world.stop();
    cpSync(world.folder, backup, { recursive: true });
    await world.start();
    await nameKim([second]);
    await world.stop();
    rmSync(world.folder, { recursive: true });
    cpSync(backup, world.folder, { recursive: true });
    await world.start();
    expect((await world.signIn(lee.authenticator)).status).toBe(503);
    await nameKim([second]);
    expect((await world.signIn(lee.authenticator)).status).toBe(401);
    expect(await listReleases(await world.open(kim))).toEqual([second.release]);
    expect(listStored()).toEqual([...second.files.keys()].sort());
  } finally {
    rmSync(backup, { recursive: true });
  }
});

test("sweeps a killed process's leftovers at the next start", async () => {
  await world.push(release);
  await world.stop();
  writeFileSync(join(world.folder, 'objects/partial/7'), 'half a file');
  const [digest = ''] = release.files.keys();
  writeFileSync(join(world.folder, 'objects', digest.slice(0, 2), 'f'.repeat(64)), 'named by nobody');
  await world.start();
  expect(listStored()).toEqual([...release.files.keys()].sort());
});

test('an incomplete release expires after 30 days', async () => {
  await begin();
  const [[digest = '', bytes] = []] = release.files;
  await put(digest, bytes);
  world.now += 30 * 24 * 60 * 60;
  await nameKim([]);
  expect(listStored()).toEqual([digest]);
  world.now += 1;
  await nameKim([]);
  expect(listStored()).toEqual([]);
});

test('a missing or damaged file affects no other', async () => {
  await world.push(release);
  await nameKim([release]);
  const cookie = await world.open(kim);
  const [gone = '', other = ''] = release.objects;
  rmSync(join(world.folder, 'objects', gone.slice(0, 2), gone));
  expect((await world.get(`/v1/releases/${release.release}/objects/${gone}`, cookie)).status).toBe(404);
  expect((await world.get(`/v1/releases/${release.release}/objects/${other}`, cookie)).status).toBe(200);
});
