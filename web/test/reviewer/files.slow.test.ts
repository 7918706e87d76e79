import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makePerson, type Person, toParty, World } from '../../../portal/test/support/world.ts';
import { addAuthenticator, noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { openSigner } from '../../src/platform/browser-signer.ts';
import { look, openWatched } from './looked-at.ts';
import { writeMadeFiles } from './made-files.ts';
import { type ServedApp, serveApp } from './served-app.ts';

const settings = {
  ...{ v: 1, incident: 'harbor-2001', organization: 'Harbor Energy', domain: 'harbor.example' },
  ...{ portal: 'http://localhost:1', passkeys: 'localhost', page: 'harbor.example/notice', log: 'harbor.example/log' },
  ...{ telephone: null, report: null, waitSeconds: 259_200, app: '0'.repeat(64) },
};

class BrowserWorld extends World {
  override settings(): object {
    return { ...super.settings(), app: served.origin, passkeys: 'localhost' };
  }

  override clock(): number {
    return Math.floor(Date.now() / 1000);
  }
}

let browser: Browser;
let served: ServedApp;
let folder: string;
let keySet: string;
let person: Person;
let world: BrowserWorld;
beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowser();
  served = await serveApp(() => world?.base ?? settings.portal);
  served.settings = settings;
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  const { seed, keySet: made, ...own } = await writeMadeFiles(folder);
  keySet = made;
  person = { ...(await makePerson('Kim')), ...own, sign: own.key.sign, signer: openSigner(seed) };
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});
beforeEach((context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
});

test('a release from disk is read without a server, and features that need the portal say so', async () => {
  const { page, faults } = await openWatched(browser);
  await page.goto(served.address);
  await page.click('text=Open files of this device');
  await page.waitForSelector('input[type=file]', { state: 'attached' });
  await look(page, 'files');
  await page.setInputFiles('input[type=file] >> nth=0', join(folder, 'my.key'));
  await page.setInputFiles('input[type=file] >> nth=1', join(folder, 'release.candor'));
  await page.fill('label:has-text("Fingerprint") + input', '0011-2233-4455-6677-8899-aabb-ccdd-eeff');
  await page.click('button:has-text("Check and open it")');
  await page.waitForSelector('[role=alert]');
  await page.fill('label:has-text("Fingerprint") + input', keySet.toUpperCase().replaceAll('-', ' '));
  const asked = served.paths.length;
  await page.click('button:has-text("Check and open it")');
  await page.waitForSelector('h1:has-text("Yes")');
  await page.click('nav >> text=Messages');
  await page.waitForSelector('text=Dear Kim, the drawin');
  await page.click('nav >> text=People');
  await page.waitForSelector('text=opened from disk');
  await look(page, 'files-needs-portal');
  const rest = served.paths.slice(asked).filter((path) => !path.startsWith('review/'));
  expect(rest).toEqual([]);
  expect(faults.filter((fault) => !fault.includes('ERR_CONNECTION'))).toEqual([]);
});

test('a passkey is registered for the keys of a key file, and signs in', async () => {
  world = await new BrowserWorld().start();
  world.base = world.base.replace('127.0.0.1', 'localhost');
  served.settings = { ...settings, portal: world.base };
  try {
    await world.enroll(person);
    await world.say([toParty('northwind.example', [[person, 'nominator']])]);
    const { page, faults } = await openWatched(browser);
    await addAuthenticator(page);
    await page.goto(`${served.address}#/files`);
    await page.setInputFiles('input[type=file] >> nth=0', join(folder, 'my.key'));
    await page.fill('label:has-text("Fingerprint") + input', keySet);
    await page.click('button:has-text("Continue with these keys")');
    await page.waitForSelector('text=It is shown once');
    await look(page, 'files-recovery');
    await page.fill('label:has-text("as you wrote it down") + input', '7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ-*');
    await page.click('button:has-text("Make a passkey")');
    await page.waitForSelector('[role=alert]');
    const shown = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){6}/.exec((await page.textContent('main')) ?? '')?.[0] ?? '';
    await page.fill('label:has-text("as you wrote it down") + input', shown.toLowerCase());
    await page.click('button:has-text("Make a passkey")');
    await page.waitForSelector('text=The passkey is registered');
    await page.click('main >> text=Sign in');
    await page.click('button:has-text("Sign in with a passkey")');
    await page.waitForSelector('nav >> text=Messages');
    expect(faults).toEqual([]);
  } finally {
    await world.end();
  }
});
