import { APP_LIST_FILE, APP_PROOF_FILE, APP_SETTINGS_FILE } from '@candor/core/review/app';
import { beforeEach, expect, test } from 'vitest';
import { browserCryptography } from '../../../src/platform/browser-cryptography.ts';
import { browserRuntime } from '../../../src/platform/browser-runtime.ts';
import { checkServedApp, type ServedApp } from '../../../src/reviewer/pages/trust/served-app.ts';
import { Organization } from '../keys/support/organization.ts';

const { sha256Hex } = browserRuntime;
const primitives = { sha256Hex, verifyEd25519: browserCryptography.verifyEd25519 };

let organization: Organization;
let site: Map<string, string>;
let digest: string;

/** An app of two files, its list, its settings, and the log's word for them. */
async function publish(script: string, publisher = organization): Promise<Map<string, string>> {
  const files = new Map([
    ['assets/index.js', script],
    ['index.html', '<!doctype html>'],
  ]);
  const list = [...files].map(([path, text]) => `${sha256Hex(text)}  ${path}\n`).join('');
  const settings = '{"v":1}';
  const place = publisher.append('app', {
    ...{ address: 'harbor.example/review', digest: sha256Hex(list), settings: sha256Hex(settings) },
  });
  publisher.pad();
  files.set(APP_LIST_FILE, list).set(APP_SETTINGS_FILE, settings);
  return files.set(APP_PROOF_FILE, await publisher.prove(place));
}

beforeEach(async () => {
  organization = new Organization();
  site = await publish('newest');
  digest = sha256Hex(site.get(APP_LIST_FILE) ?? '');
});

function check(files = site, keys: string | null = JSON.stringify(organization.keySet)): Promise<ServedApp> {
  const read = async (path: string): Promise<Uint8Array | null> => {
    const text = files.get(path);
    return text === undefined ? null : new TextEncoder().encode(text);
  };
  return checkServedApp(primitives, { read, keys });
}

test('the app named by the log is served', async () => {
  expect(await check()).toEqual({ state: 'logged', digest, entry: 3, files: 2 });
});

test('names a changed or missing file', async () => {
  expect(await check(new Map(site).set('assets/index.js', 'steal()'))).toEqual({
    state: 'differs',
    path: 'assets/index.js',
  });
  const without = new Map(site);
  without.delete('index.html');
  expect(await check(without)).toEqual({ state: 'differs', path: 'index.html' });
});

test('detects an older app with the newest proof, and a list made to fit', async () => {
  const older = await publish('older');
  older.set(APP_PROOF_FILE, site.get(APP_PROOF_FILE) ?? '');
  expect(await check(older)).toEqual({ state: 'differs', path: APP_PROOF_FILE });
  for (const list of ['', 'no list', `${'0'.repeat(64)}  ../../x\n`])
    expect(await check(new Map(site).set(APP_LIST_FILE, list))).toMatchObject({ state: 'differs' });
});

test('detects settings other than logged: they name the portal', async () => {
  expect(await check(new Map(site).set(APP_SETTINGS_FILE, '{"portal":"https://eve.example","v":1}'))).toEqual({
    state: 'differs',
    path: APP_PROOF_FILE,
  });
});

test("another organization's log proves nothing, nor an entry of another kind", async () => {
  const attacker = new Organization(60);
  expect(await check(await publish('steal()', attacker))).toEqual({ state: 'differs', path: APP_PROOF_FILE });
  const place = organization.append('padding', {});
  const wrong = new Map(site).set(APP_PROOF_FILE, await organization.prove(place));
  expect(await check(wrong)).toEqual({ state: 'differs', path: APP_PROOF_FILE });
  expect(await check(new Map(site).set(APP_PROOF_FILE, 'no proof'))).toMatchObject({ state: 'differs' });
});

test('claims nothing without a proof or a key to verify it', async () => {
  const without = new Map(site);
  without.delete(APP_PROOF_FILE);
  expect(await check(without)).toEqual({ state: 'not-logged', digest });
  expect(await check(site, null)).toEqual({ state: 'not-logged', digest });
});

test('an unreachable site says nothing', async () => {
  const read = (): Promise<never> => Promise.reject(new TypeError('no connection'));
  expect(await checkServedApp(primitives, { read, keys: null })).toEqual({ state: 'silent' });
});
