import { verifyRequest } from '@candor/core/review/enrollment';
import { isArmored, openWithPassphrase, readKeyFileText, readWrappedHead } from '@candor/core/review/wrapped';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserCryptography } from '../../../src/platform/browser-cryptography.ts';
import type { CallName, KeyWorkerCalls } from '../../../src/reviewer/bridge/protocol.ts';
import { Device, flawOf, type Reader, type Tab, WorkerWorld } from './support/worker-world.ts';

let world: WorkerWorld;
let kim: Reader;
let lee: Reader;
beforeAll(async () => {
  world = await new WorkerWorld().start();
  kim = await world.enroll('Kim');
  lee = await world.enroll('Lee');
  await world.allow([kim, lee], []);
});
afterAll(() => world.end());

const unlock = (tab: Tab, wrapped: string, prf: Uint8Array): Promise<unknown> =>
  tab.keyWorker.call('unlock', { wrapped, by: { kind: 'passkey', prf: new Uint8Array(prf) } });

test('keys made in one tab open in another by passkey or recovery key, and are the same', async () => {
  const { key, fingerprint } = kim;
  const tab = await world.signIn(kim);
  expect(await tab.keyWorker.call('own-key', {})).toEqual({ key, fingerprint });
  const other = world.openTab();
  const wrapped = await world.wrappedOf(tab);
  expect(await other.keyWorker.call('unlock', { wrapped, by: { kind: 'recovery', typed: kim.recovery } })).toEqual({
    key,
    fingerprint,
  });
});

test('distinguishes another passkey, another recovery key and a typing error from damage', async () => {
  const tab = await world.signIn(kim);
  const wrapped = await world.wrappedOf(tab);
  const flaw = (given: string, typed: string) =>
    flawOf(world.openTab().keyWorker.call('unlock', { wrapped: given, by: { kind: 'recovery', typed } }));
  expect(await flawOf(unlock(world.openTab(), wrapped, lee.prf))).toBe('wrong-key');
  expect(await flaw(wrapped, lee.recovery)).toBe('wrong-key');
  // One symbol less can be a key as they were printed before, by chance: it has a check symbol too.
  expect(await flaw(wrapped, kim.recovery.slice(0, -2))).toBe('mistyped');
  expect(await flaw('{}', kim.recovery)).toBe('damaged-keys');
});

test('asks for the recovery key once, and never shows it again', async () => {
  const { keyWorker } = world.openTab();
  const { recovery } = await keyWorker.call('make-keys', { keySet: world.organization.fingerprint, log: null });
  const typed = recovery.toLowerCase().replaceAll('-', ' ');
  expect(await keyWorker.call('check-recovery', { typed })).toEqual({ state: 'right' });
  expect(await keyWorker.call('check-recovery', { typed: kim.recovery })).toEqual({ state: 'wrong' });
  expect(await keyWorker.call('check-recovery', { typed: recovery.slice(3) })).toEqual({ state: 'mistyped' });
  const { keyWorker: later } = await world.signIn(kim);
  expect(await flawOf(later.call('check-recovery', { typed: kim.recovery }))).toBe('locked');
});

test('a locked key worker only unlocks', async () => {
  const { keyWorker } = await world.signIn(kim);
  await keyWorker.call('lock', {});
  const asks = {
    wrap: { prf: null },
    'sign-request': { request: { kind: 'objection', party: 'a', enrollment: 'b' } },
    'sign-call': { method: 'GET', target: '/v1/enrollments', body: null },
    'code-proof': { code: '0004-1061-050R-3GG2-8A1C-60T3-GF-6' },
    challenge: { domain: 'northwind.example', token: 'x' },
    known: {},
    pin: { keySet: world.organization.fingerprint },
    'key-file': { passphrase: 'long enough for this', by: { kind: 'recovery', typed: '' } },
    'open-releases': {},
    'open-message': { id: 'ab'.repeat(32) },
    'list-notes': {},
    'write-note': { about: { kind: 'release' }, status: null, text: 'x' },
  } as const satisfies { readonly [Name in CallName]?: KeyWorkerCalls[Name]['ask'] };
  for (const [name, ask] of Object.entries(asks))
    expect(`${name}: ${await flawOf(keyWorker.call(name as CallName, ask as never))}`).toBe(`${name}: locked`);
  expect(await keyWorker.call('own-key', {})).toBeNull();
});

test('an unanswered call is a fault and says nothing more', async () => {
  const { keyWorker } = world.openTab();
  for (const name of ['toString', 'secret', '__proto__'])
    expect(await flawOf(keyWorker.call(name as CallName, {} as never))).toBe('fault');
});

test('with an authenticator without its own secret only the recovery key opens', async () => {
  const tab = world.openTab();
  const { recovery, fingerprint } = await tab.keyWorker.call('make-keys', {
    keySet: world.organization.fingerprint,
    log: null,
  });
  const { wrapped } = await tab.keyWorker.call('wrap', { prf: null });
  expect(readWrappedHead(wrapped)?.slots).toEqual(['recovery']);
  expect(await flawOf(unlock(world.openTab(), wrapped, new Uint8Array(32)))).toBe('wrong-key');
  const by = { kind: 'recovery', typed: recovery } as const;
  expect(await world.openTab().keyWorker.call('unlock', { wrapped, by })).toMatchObject({ fingerprint });
});

test('without the passkey the recovery key alone gives the keys and registers another', async () => {
  const mo = await world.enroll('Mo');
  await world.allow([kim, lee, mo], []);
  const tab = world.openTab();
  expect(await tab.keyWorker.call('recover', { typed: mo.recovery })).toEqual({
    key: mo.key,
    fingerprint: mo.fingerprint,
  });
  const prf = new Uint8Array(32).fill(9);
  const authenticator = await world.registerPasskey(tab, prf);
  const signedIn = await world.signIn({ authenticator, prf });
  expect(await signedIn.keyWorker.call('own-key', {})).toMatchObject({ fingerprint: mo.fingerprint });
  // The lost one signs nobody in, and its secret opens nothing.
  expect((await world.portal.signIn(mo.authenticator)).status).toBe(401);
  expect(await flawOf(unlock(world.openTab(), await world.wrappedOf(signedIn), mo.prf))).toBe('wrong-key');
  expect(await world.openTab().keyWorker.call('recover', { typed: mo.recovery })).toMatchObject({ key: mo.key });
});

test('an unknown recovery key, and one with a typing error', async () => {
  const { keyWorker } = world.openTab();
  expect(await flawOf(keyWorker.call('recover', { typed: '7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ-*' }))).toBe(
    'unknown-recovery',
  );
  const tab = world.openTab();
  expect(await flawOf(tab.keyWorker.call('recover', { typed: '7ZZZ-ZZZZ' }))).toBe('mistyped');
  expect(tab.asked).toEqual([]);
});

test('does not accept keys for another incident', async () => {
  const wrapped = await world.wrappedOf(await world.signIn(kim));
  world.incident = 'other-2001';
  const flaw = await flawOf(unlock(world.openTab(), wrapped, kim.prf));
  world.incident = 'harbor-2001';
  expect(flaw).toBe('wrong-key');
});

test("requests are valid for this person, this incident and the portal's time", async () => {
  const { keyWorker } = await world.signIn(kim);
  const signed = await keyWorker.call('sign-request', {
    request: { kind: 'revocation', party: 'northwind.example', reviewer: lee.fingerprint },
  });
  expect(await verifyRequest(browserCryptography, signed, kim.key.sign)).toMatchObject({
    kind: 'revocation',
    incident: 'harbor-2001',
    at: '2001-10-05T08:00:00Z',
  });
});

test('a machine with a wrong clock still signs, and learns its offset', async () => {
  const tab = world.openTab();
  tab.offSeconds = -4000;
  await world.enroll('Nell', tab);
  expect(tab.events.filter(({ name }) => name === 'clock')).toEqual([{ name: 'clock', value: { offSeconds: -4000 } }]);
  const near = world.openTab();
  near.offSeconds = 120;
  await world.enroll('Ola', near);
  expect(near.events.filter(({ name }) => name === 'clock')).toEqual([]);
});

const byPasskey = (prf = kim.prf) => ({ kind: 'passkey', prf: new Uint8Array(prf) }) as const;

test('the key file is sealed with a passphrase and contains the same keys', async () => {
  const { keyWorker } = await world.signIn(kim);
  expect(await flawOf(keyWorker.call('key-file', { passphrase: 'short', by: byPasskey() }))).toBe('weak-passphrase');
  const { text } = await keyWorker.call('key-file', { passphrase: 'four random words here', by: byPasskey() });
  expect(isArmored(text)).toBe(true);
  expect(await openWithPassphrase(text, 'four random words')).toBeNull();
  const opened = (await openWithPassphrase(text, 'four random words here')) ?? '';
  expect(opened).toContain(kim.fingerprint);
  expect(readKeyFileText(opened)?.identity).toMatch(/^AGE-SECRET-KEY-PQ-1/);
});

test('adopts keys of a key file, with their own recovery key, and a passkey registers for them', async () => {
  const nell = world.openTab();
  const made = await world.enroll('Nell', nell);
  await world.allow([kim, lee, { ...made, name: 'Nell' }], []);
  const passphrase = 'four random words here';
  const { text } = await nell.keyWorker.call('key-file', { passphrase, by: byPasskey(made.prf) });
  const tab = world.openTab();
  const ask = { keyFile: text, keySet: world.organization.fingerprint, log: null };
  expect(await flawOf(tab.keyWorker.call('adopt-keys', { ...ask, passphrase: 'another one entirely' }))).toBe(
    'wrong-key',
  );
  const adopted = await tab.keyWorker.call('adopt-keys', { ...ask, passphrase });
  expect(adopted).toMatchObject({ key: made.key, fingerprint: made.fingerprint });
  const prf = new Uint8Array(32).fill(8);
  const authenticator = await world.registerPasskey(tab, prf);
  expect(await (await world.signIn({ authenticator, prf })).keyWorker.call('own-key', {})).toEqual({
    key: made.key,
    fingerprint: made.fingerprint,
  });
  expect(await flawOf(world.openTab().keyWorker.call('recover', { typed: made.recovery }))).toBe('unknown-recovery');
  expect(await flawOf(world.openTab().keyWorker.call('recover', { typed: adopted.recovery }))).toBe('none');
});

test("no call gives the keys to a script in a reader's page", async () => {
  const tab = await world.signIn(kim);
  const { keyWorker } = tab;
  const passphrase = 'chosen by the script';
  const own = new Uint8Array(32).fill(1);
  expect(await flawOf(keyWorker.call('wrap', { prf: own }))).toBe('needs-recovery');
  for (const by of [byPasskey(own), byPasskey(lee.prf), { kind: 'recovery', typed: lee.recovery } as const])
    expect(await flawOf(keyWorker.call('key-file', { passphrase, by }))).toBe('wrong-key');
  const answers = [
    await keyWorker.call('own-key', {}),
    await keyWorker.call('known', {}),
    await keyWorker.call('challenge', { domain: 'northwind.example', token: 'x' }),
    await keyWorker.call('sign-call', { method: 'GET', target: '/v1/enrollments', body: null }),
  ];
  const told = JSON.stringify([answers, tab.events]);
  const { text } = await keyWorker.call('key-file', { passphrase, by: { kind: 'recovery', typed: kim.recovery } });
  const { identity, seed } = readKeyFileText((await openWithPassphrase(text, passphrase)) ?? '') ?? {};
  for (const secret of [identity, Buffer.from(seed ?? '').toString('base64url'), kim.recovery, 'AGE-SECRET-KEY'])
    expect(told).not.toContain(secret);
});

test('wraps keys for another passkey only until something is opened', async () => {
  const tab = world.openTab();
  await tab.keyWorker.call('recover', { typed: kim.recovery });
  expect(await flawOf(tab.keyWorker.call('wrap', { prf: null }))).toBe('none');
  await flawOf(tab.keyWorker.call('open-releases', {}));
  expect(await flawOf(tab.keyWorker.call('wrap', { prf: null }))).toBe('needs-recovery');
});

test('forgets what a device remembers on request', async () => {
  const device = new Device();
  const tab = await world.signIn(kim, world.openTab(device));
  expect(device.wrapped.size).toBe(1);
  device.sealed.set('ab', new Uint8Array());
  await tab.keyWorker.call('forget-device', {});
  expect([device.wrapped.size, device.sealed.size]).toEqual([0, 0]);
});
