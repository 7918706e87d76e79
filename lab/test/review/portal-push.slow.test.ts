import { cpSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PortalKey } from '../../src/commands/review/portal-key.ts';
import type { PortalView } from '../../src/commands/review/portal-status.ts';
import type { Pushed } from '../../src/commands/review/push-portal.ts';
import type { ReleaseView } from '../../src/commands/review/releases.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { AskingPerson } from './asking-person.ts';
import { PortalLine } from './portal-line.ts';
import { PortalProcess } from './portal-process.ts';
import { openReviewDesk, type ReviewDesk } from './review-desk.ts';

const PARTY = 'org-northwind';
const folder = makeTemporaryFolder();
const line = new PortalLine();
let desk: ReviewDesk;
let portal: PortalProcess;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  await line.open();
  const review = `review:\n  portal: ${line.url}\n  app: http://localhost:1/review\n  passkeys: localhost\n`;
  desk = await openReviewDesk(folder, review, 'every: 60s, entries: 64');
  await desk.enroll();
  await desk.prepare();
});
afterAll(async () => {
  vi.useRealTimers();
  await portal?.stop();
  line.close();
});

const push = (...words: readonly string[]): Promise<Pushed> => desk.json<Pushed>('portal', 'push', ...words);
const status = async (): Promise<PortalView> => {
  const view = await desk.json<PortalView>('portal', 'status');
  process.exitCode = 0;
  return view;
};
const type = async (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
/** In the next period of the log. A call to the portal is good for five minutes, so this may be done four times. */
async function publish(): Promise<void> {
  vi.setSystemTime(Date.now() + 61_000);
  await desk.done('log', 'publish', '--site', join(folder, 'site'));
}
const releaseState = async (): Promise<readonly string[]> =>
  (await desk.json<ReleaseView[]>('release', 'status')).map(({ state }) => state);
const served = (): readonly { readonly release: string; readonly state: string }[] =>
  portal.rows('SELECT release, state FROM release ORDER BY begun, release');
const persons = (): readonly { readonly name: string; readonly role: string }[] =>
  portal.rows('SELECT name, role FROM person ORDER BY name');

async function restart(): Promise<void> {
  await portal.stop();
  line.to = await portal.start();
}

describe('the portal key', () => {
  test('is made once, owner-only, and the portal starts with the printed value', async () => {
    expect(await type('portal', 'push')).toMatchObject({ code: 'no-key' });
    const key = await desk.json<PortalKey>('portal', 'key');
    expect(key).toMatchObject({
      isNew: true,
      settings: { incident: 'harbor-2001', app: 'http://localhost:1', passkeys: 'localhost', labKey: key.key },
    });
    expect(statSync(key.keyFile).mode & 0o077).toBe(0);
    expect(await desk.json<PortalKey>('portal', 'key')).toMatchObject({ isNew: false, key: key.key });
    portal = new PortalProcess(folder, key);
    expect(await status()).toMatchObject({ said: null, hasKey: true });
    expect((await status()).silent).not.toBeNull();
    expect(await type('portal', 'push')).toMatchObject({ code: 'portal-unreachable' });
    line.to = await portal.start();
    expect(await status()).toMatchObject({ silent: null, differences: [] });
  });

  test('a portal of another incident is refused', async () => {
    desk.edit('incident: harbor-2001', 'incident: harbor-2001 # x');
    const settings = await desk.json<PortalKey>('portal', 'key');
    const elsewhere = join(folder, 'elsewhere');
    cpSync(portal.folder, join(elsewhere, 'portal'), { recursive: true });
    const other = new PortalProcess(elsewhere, {
      ...settings,
      settings: { ...settings.settings, incident: 'other-2001', app: 'http://localhost:2' },
    });
    const before = line.to;
    line.to = await other.start();
    expect(await type('portal', 'push')).toMatchObject({ code: 'other-portal' });
    expect((await status()).differences).toEqual([
      'its app is http://localhost:2, the incident file says http://localhost:1',
    ]);
    await other.stop();
    line.to = before;
  });
});

describe('what is in force', () => {
  test('is published before any approval, and an approved release waits for the log', async () => {
    expect(await push()).toMatchObject({ number: 1, parties: 1, reviewers: 1, pushed: [], waiting: [] });
    expect(persons()).toEqual([{ name: 'Jo Berg', role: 'nominator' }]);
    await desk.approve();
    expect(await push()).toMatchObject({ pushed: [], waiting: [{ party: PARTY, release: 1 }] });
    expect(served()).toEqual([]);
    expect(await releaseState()).toEqual(['approved']);
  });

  test('once published the release is pushed completely, nothing twice', async () => {
    await publish();
    const { pushed, number } = await push();
    expect(pushed).toMatchObject([{ party: PARTY, release: 1 }]);
    expect(pushed[0]?.files).toBeGreaterThan(3);
    expect(served()).toMatchObject([{ state: 'served' }]);
    expect(await releaseState()).toEqual(['pushed']);
    expect(await push()).toMatchObject({ pushed: [], number });
    expect(await status()).toMatchObject({ releases: { there: 1, toPush: 0 }, isRestarted: false });
  });

  test('a restarted portal is updated again and keeps its content', async () => {
    const { number } = await push();
    await restart();
    expect((await status()).isRestarted).toBe(true);
    expect(await push()).toMatchObject({ number: number + 1, pushed: [{ files: 0 }] });
    expect(await push()).toMatchObject({ number: number + 1, pushed: [] });
  });

  test('a portal restored from the day before gets everything again', async () => {
    await portal.stop();
    rmSync(portal.folder, { recursive: true });
    line.to = await portal.start();
    const { pushed } = await push();
    expect(pushed[0]?.files).toBeGreaterThan(3);
    expect(served()).toMatchObject([{ state: 'served' }]);
    expect(persons().length).toBe(1);
  });

  test('an altered object is never sent', async () => {
    const [release] = await desk.json<ReleaseView[]>('release', 'status');
    const digest = release?.manifest.objects[0]?.digest ?? '';
    const path = join(desk.state, 'review/objects', digest.slice(0, 2), `${digest}.age`);
    const aside = join(folder, 'aside');
    cpSync(path, aside);
    writeFileSync(path, 'x');
    await portal.stop();
    rmSync(portal.folder, { recursive: true });
    line.to = await portal.start();
    expect(await type('portal', 'push')).toMatchObject({ code: 'object-missing' });
    expect(served()).toMatchObject([{ state: 'begun' }]);
    cpSync(aside, path);
    await push();
    expect(served()).toMatchObject([{ state: 'served' }]);
  });
});

/** Takes somebody in by hand, and prepares and approves the release that has a key for them. */
async function admit(name: string, role: string): Promise<AskingPerson> {
  const person = await AskingPerson.make();
  const who = ['--party', PARTY, '--key', person.publicKey, '--name', name, '--role', role, '--proof', 'x'];
  await desk.done('enrollment', 'add', ...who, '--domain', 'northwind.example', 'northwind-gas.example');
  for (const operator of ['Ines Adler', 'Marek Dvorak'])
    await desk.done('enrollment', 'approve', person.fingerprint, ...desk.as(operator));
  await desk.prepare();
  await desk.approve();
  return person;
}

describe('removal', () => {
  test('a revoked reviewer is no longer named, and the grant is gone', async () => {
    const guest = await admit('Guest', 'representative');
    await publish();
    expect((await push()).pushed).toMatchObject([{ release: 2 }]);
    expect((await status()).releases).toEqual({ there: 1, toPush: 0 });
    expect(persons().map(({ name }) => name)).toEqual(['Guest', 'Jo Berg']);
    expect(served()).toMatchObject([{ state: 'served' }]);
    expect(grants()).toBe(2);
    for (const name of ['Ines Adler', 'Marek Dvorak'])
      await desk.done('reviewer', 'revoke', guest.fingerprint, '--why', 'left', ...desk.as(name));
    await push();
    expect(persons().map(({ name }) => name)).toEqual(['Jo Berg']);
    expect(grants()).toBe(1);
  });

  test('a release prepared with a key for a former reader is never pushed', async () => {
    const guest = await admit('Late', 'reviewer');
    for (const name of ['Ines Adler', 'Marek Dvorak'])
      await desk.done('reviewer', 'revoke', guest.fingerprint, '--why', 'left', ...desk.as(name));
    expect(await push()).toMatchObject({
      pushed: [],
      waiting: [{ release: 3, why: expect.stringContaining('a reader in it was revoked') }],
    });
    expect(served().length).toBe(1);
  });

  test('a revoked release is removed from the portal with all files, and the next one comes', async () => {
    await desk.prepare();
    await desk.approve();
    await publish();
    await push();
    const [newest] = portal.rows<{ digest: string }>(
      "SELECT digest FROM release_file WHERE kind = 'object' ORDER BY digest LIMIT 1",
    );
    const digest = newest?.digest ?? '';
    const object = join(portal.folder, 'objects', digest.slice(0, 2), digest);
    expect(existsSync(object)).toBe(true);
    for (const name of ['Ines Adler', 'Marek Dvorak'])
      await desk.done('release', 'revoke', '--party', PARTY, '--why', 'counsel claims privilege', ...desk.as(name));
    await push();
    expect(served()).toEqual([]);
    expect(existsSync(object)).toBe(false);
    await desk.prepare();
    await desk.approve();
    await publish();
    expect((await push(...['--party', 'northwind.example'])).pushed.length).toBe(1);
    expect(served()).toMatchObject([{ state: 'served' }]);
  });

  test('a state restored from an older day publishes nothing until somebody decides', async () => {
    const old = join(folder, 'old-state');
    cpSync(desk.state, old, { recursive: true });
    const guest = await AskingPerson.make();
    const who = ['--party', PARTY, '--key', guest.publicKey, '--name', 'Guest', '--role', 'reviewer'];
    await desk.done('enrollment', 'add', ...who, '--domain', 'northwind.example', '--proof', 'x');
    for (const name of ['Ines Adler', 'Marek Dvorak'])
      await desk.done('enrollment', 'approve', guest.fingerprint, ...desk.as(name));
    await push();
    for (const name of ['Ines Adler', 'Marek Dvorak'])
      await desk.done('reviewer', 'revoke', guest.fingerprint, '--why', 'left', ...desk.as(name));
    await push();
    await restart();
    const refused = await desk.type('portal', 'push', '--state', old);
    expect(refused).toMatchObject({ code: 'lab-back', text: expect.stringContaining('candor portal push --anew') });
    expect(persons().length).toBe(1);
    expect((await desk.type('portal', 'push', '--anew', '--state', old)).code).toBe('done');
    expect(await desk.type('portal', 'push', '--state', desk.state)).toMatchObject({ code: 'lab-back' });
    expect((await push('--anew')).number).toBeGreaterThan(1_000_000_000);
  });

  test('no two statements share a number, wherever the connection breaks', async () => {
    const before = (await status()).said?.number ?? 0;
    await restart();
    for (const loses of ['call', 'answer'] as const) {
      line.calls = 0;
      line.cut = { call: 2, loses };
      expect(await type('portal', 'push')).toMatchObject({ code: 'portal-unreachable' });
    }
    line.cut = null;
    expect((await push()).number).toBe(before + 3);
  });
});

const grants = (): number => portal.rows("SELECT digest FROM release_file WHERE kind = 'grant'").length;
