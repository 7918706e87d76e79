import { toBase64 } from '@candor/core/ledger';
import { readWrappedHead } from '@candor/core/review/wrapped';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Device, flawOf, type Reader, WorkerWorld } from './support/worker-world.ts';

let world: WorkerWorld;
let kim: Reader;
beforeEach(async () => {
  world = await new WorkerWorld().start();
  kim = await world.enroll('Kim');
});
afterEach(() => world.end());

const numberOf = (wrapped: string): number => readWrappedHead(wrapped)?.number ?? 0;

test('stores what was seen inside the wrapped keys, so that another device knows it', async () => {
  const first = await world.release([kim]);
  await world.allow([kim], [first]);
  await (await world.signIn(kim)).keyWorker.call('open-releases', {});
  const { keyWorker } = await world.signIn(kim);
  const size = world.organization.size;
  expect(await keyWorker.call('known', {})).toEqual({
    keySet: world.organization.fingerprint,
    log: { size, root: toBase64(world.organization.root()) },
    releases: [{ party: 'northwind.example', release: 1, manifest: first.release }],
  });
  const second = await world.release([kim], { number: 2, supersedes: first.release });
  await world.allow([kim], [second]);
  expect(await keyWorker.call('open-releases', {})).toMatchObject({
    manifest: { release: 2 },
    seenBefore: 1,
    log: { continued: size, size: world.organization.size },
  });
});

test('without news the wrapped keys stay unchanged', async () => {
  const released = await world.release([kim]);
  await world.allow([kim], [released]);
  const tab = await world.signIn(kim);
  await tab.keyWorker.call('open-releases', {});
  const before = await world.wrappedOf(tab);
  await tab.keyWorker.call('open-releases', {});
  expect(await world.wrappedOf(tab)).toBe(before);
});

test("the log must continue the notice's checkpoint", async () => {
  const size = world.organization.size;
  const log = { size, root: toBase64(world.organization.root()) };
  const other = { size, root: toBase64(new Uint8Array(32).fill(1)) };
  for (const [known, flaw] of [
    [log, 'none'],
    [other, 'log-not-continued'],
    [{ size: size + 1000, root: log.root }, 'log-not-continued'],
  ] as const) {
    const reader = await world.enroll('Lee', world.openTab(), { log: known });
    const released = await world.release([reader]);
    await world.allow([reader], [released]);
    expect(await flawOf((await world.signIn(reader)).keyWorker.call('open-releases', {}))).toBe(flaw);
  }
});

test('a portal that returns older wrapped keys does not make this browser forget, and gets the newest again', async () => {
  const device = new Device();
  const released = await world.release([kim]);
  await world.allow([kim], [released]);
  const tab = await world.signIn(kim, world.openTab(device));
  const older = await world.wrappedOf(tab);
  await tab.keyWorker.call('open-releases', {});
  const newer = await world.wrappedOf(tab);
  expect(numberOf(newer)).toBe(numberOf(older) + 1);
  expect(await world.portal.portal.store.persons.replaceWrapped(kim.key.sign, newer, older)).toBe(true);

  const again = await world.signIn(kim, world.openTab(device));
  expect(await again.keyWorker.call('known', {})).toMatchObject({ releases: [{ release: 1 }] });
  await again.keyWorker.call('open-releases', {});
  expect(numberOf(await world.wrappedOf(again))).toBe(numberOf(newer) + 1);
  expect(again.events.filter(({ name }) => name === 'unkept')).toEqual([]);
});

test('when the newest keys seen do not open, older ones are not accepted instead', async () => {
  const device = new Device();
  await world.allow([kim], []);
  const tab = await world.signIn(kim, world.openTab(device));
  const older = await world.wrappedOf(tab);
  await tab.keyWorker.call('unlock', { wrapped: older, by: { kind: 'recovery', typed: kim.recovery } });
  // Another passkey is registered on this device, and then the portal is put back to before.
  const prf = new Uint8Array(32).fill(3);
  const authenticator = await world.registerPasskey(tab, prf);
  await world.signIn({ authenticator, prf }, world.openTab(device));
  const by = { kind: 'passkey', prf: new Uint8Array(kim.prf) } as const;
  expect(await flawOf(world.openTab(device).keyWorker.call('unlock', { wrapped: older, by }))).toBe('older-keys');
  // The control: a browser that has seen nothing cannot tell.
  const fresh = { kind: 'passkey', prf: new Uint8Array(kim.prf) } as const;
  expect(await flawOf(world.openTab().keyWorker.call('unlock', { wrapped: older, by: fresh }))).toBe('none');
});

test('two tabs that saw different things at once keep both', async () => {
  const first = await world.release([kim]);
  await world.allow([kim], [first]);
  const [one, other] = [await world.signIn(kim), await world.signIn(kim)];
  await one.keyWorker.call('open-releases', {});
  const second = await world.release([kim], { number: 2, supersedes: first.release });
  await world.allow([kim], [second]);
  await other.keyWorker.call('open-releases', {});
  const [third] = [await world.release([kim], { number: 3, supersedes: second.release })];
  await world.allow([kim], [third]);
  await one.keyWorker.call('open-releases', {});
  expect([...one.events, ...other.events].filter(({ name }) => name === 'unkept')).toEqual([]);
  const known = await (await world.signIn(kim)).keyWorker.call('known', {});
  expect(known).toMatchObject({ log: { size: world.organization.size }, releases: [{ release: 3 }] });
});

test('refuses another key set until the person confirms the comparison; then it stays', async () => {
  const released = await world.release([kim]);
  await world.allow([kim], [released]);
  const device = new Device();
  const tab = await world.signIn(kim, world.openTab(device));
  const other = '0011-2233-4455-6677-8899-aabb-ccdd-eeff';
  await tab.keyWorker.call('pin', { keySet: other });
  expect(await flawOf(tab.keyWorker.call('open-releases', {}))).toBe('release-refused:fingerprint');
  expect(await flawOf(tab.keyWorker.call('pin', { keySet: 'nothing' }))).toBe('mistyped');
  const again = await world.signIn(kim);
  expect(await again.keyWorker.call('known', {})).toMatchObject({ keySet: other });
  await again.keyWorker.call('pin', { keySet: world.organization.fingerprint });
  expect(await flawOf(again.keyWorker.call('open-releases', {}))).toBe('none');
});

test('a tab that confirmed another key set is not overruled by one that did not', async () => {
  const released = await world.release([kim]);
  await world.allow([kim], [released]);
  const [one, other] = [await world.signIn(kim), await world.signIn(kim)];
  await one.keyWorker.call('pin', { keySet: '0011-2233-4455-6677-8899-aabb-ccdd-eeff' });
  await other.keyWorker.call('open-releases', {});
  expect(await (await world.signIn(kim)).keyWorker.call('known', {})).toMatchObject({
    keySet: '0011-2233-4455-6677-8899-aabb-ccdd-eeff',
    releases: [{ release: 1 }],
  });
});

test('says what cannot be stored at the portal, and reading continues', async () => {
  const released = await world.release([kim]);
  await world.allow([kim], [released]);
  const tab = await world.signIn(kim);
  tab.intercept = (target) =>
    target === '/v1/passkey/wrapped' ? Response.json({ code: 'fault' }, { status: 500 }) : null;
  expect(await tab.keyWorker.call('open-releases', {})).toMatchObject({ state: 'opened' });
  expect(tab.events.filter(({ name }) => name === 'unkept')).toEqual([
    { name: 'unkept', value: { flaw: 'portal-broken' } },
  ]);
  // The tab knows it still, and writes it the next time.
  tab.intercept = () => null;
  await tab.keyWorker.call('open-releases', {});
  expect(await (await world.signIn(kim)).keyWorker.call('known', {})).toMatchObject({ releases: [{ release: 1 }] });
});
