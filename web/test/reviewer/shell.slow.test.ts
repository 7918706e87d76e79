import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look, openWatched } from './looked-at.ts';
import { type ServedApp, serveApp } from './served-app.ts';

const settings = {
  v: 1,
  incident: 'harbor-2001',
  organization: 'Harbor Energy',
  domain: 'harbor.example',
  portal: 'http://localhost:1',
  passkeys: 'localhost',
  page: 'harbor.example/notice',
  log: 'harbor.example/log',
  telephone: null,
  report: null,
  waitSeconds: 259_200,
  app: '0'.repeat(64),
};

let browser: Browser;
let served: ServedApp;
beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowser();
  served = await serveApp(() => settings.portal);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
beforeEach((context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  served.settings = settings;
});

test('a signed-out person finds the way in, under a policy that refuses nothing of the app', async () => {
  const { page, faults } = await openWatched(browser);
  await page.goto(`${served.address}#/messages`);
  await page.getByRole('heading', { level: 1, name: 'Sign in with your passkey to read them.', exact: true }).waitFor();
  await look(page, 'sign-in');
  await page.click('button:has-text("Sign in with a passkey")');
  await page.locator('[role=alert]', { hasText: 'The portal does not answer' }).waitFor();
  await look(page, 'sign-in-silent');
  expect(new URL(page.url()).hash).toBe('#/messages');
  // The silent portal is refused by the network, not by the policy.
  expect(faults.filter((fault) => !fault.includes('ERR_CONNECTION'))).toEqual([]);
});

test('the account page offers language and colours without signing in', async () => {
  const { page, faults } = await openWatched(browser);
  await page.goto(`${served.address}#/account`);
  await page.waitForSelector('h1');
  await look(page, 'account');
  await page.click('label:has-text("Deutsch")');
  await page.waitForSelector('html[lang=de]');
  await page.click('label:has-text("Dunkel")');
  await page.waitForSelector('html[data-theme=dark]');
  await page.reload();
  await page.waitForSelector('html[lang=de][data-theme=dark] h1');
  expect(faults.filter((fault) => !fault.includes('ERR_CONNECTION'))).toEqual([]);
});

test('without settings the page says what is missing, and what else there is', async () => {
  served.settings = null;
  const { page } = await openWatched(browser);
  await page.goto(served.address);
  await page.waitForSelector('[role=alert]');
  await page.locator('main', { hasText: 'settings.json' }).waitFor();
  await look(page, 'settings-missing');
});
