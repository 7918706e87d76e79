import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../../tools/services/browser.ts';
import { look } from './looked-at.ts';
import { shareOpened } from './share-opened.ts';
import { VaultWorld } from './vault-world.ts';

/** Of so many the portal has nothing. */
const [MESSAGES, OPENING] = [90, 60];
const TIMEOUT_MS = 120_000;

let world: VaultWorld;
let browser: Browser;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});
shareOpened(
  () => VaultWorld.open({ opening: OPENING, listed: MESSAGES }),
  (opened) => {
    world = opened;
  },
);

async function search(page: Page, text: string): Promise<void> {
  await page.getByText(`${MESSAGES} of ${MESSAGES} shown`).waitFor();
  await page.getByRole('searchbox').fill(text);
}

test('says in the answer what was not searched, and never that all was while texts are missing', {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, faults } = await world.enter(browser, '/messages');
  const main = page.locator('main');
  await search(page, 'zzzznothing');
  await page
    .getByText('0 matches in addresses, subjects and file names. 90 texts have not been searched.', { exact: true })
    .waitFor();
  await look(page, 'search-unread');
  await page.getByRole('button', { name: 'Read 90 texts' }).click();
  await page.getByText('0 matches in 60 of 90 texts; 30 could not be opened.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Try 30 texts again' }).waitFor();
  await look(page, 'search-missing');
  expect(await main.textContent()).not.toMatch(/\ball \d+ texts|No message matches/);
  await page.getByRole('button', { name: 'Show the 30 messages that could not be opened' }).click();
  await page.getByText('30 of 90 shown').waitFor();
  await page.locator('[role=row]', { hasText: 'unreadable' }).first().waitFor();
  await look(page, 'search-unopened');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('texts that were damaged at the portal are searched when they are tried again', {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page } = await world.enter(browser, '/messages');
  let refused = 0;
  world.hostility = {
    object: (bytes) => {
      refused += 1;
      return refused <= 5 ? bytes.map((byte) => byte ^ 1) : bytes;
    },
  };
  await search(page, 'zzzznothing');
  await page.getByRole('button', { name: 'Read 90 texts' }).click();
  await page.getByText('0 matches in 55 of 90 texts; 35 could not be opened.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Try 35 texts again' }).click();
  await page.getByText('0 matches in 60 of 90 texts; 30 could not be opened.', { exact: true }).waitFor();
  world.hostility = {};
  await page.context().close();
});

test('reading that the network ends says why, and continues when the network is back', {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page } = await world.enter(browser, '/messages');
  await search(page, 'zzzznothing');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Read 90 texts' }).click();
  await page
    .getByText('Reading stopped. This device has no network. It continues when the connection is back.')
    .waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Continue reading' }).waitFor();
  await page.context().setOffline(false);
  await page.getByText('0 matches in 60 of 90 texts; 30 could not be opened.', { exact: true }).waitFor();
  await page.context().close();
});

test('a filter that asks nothing of texts needs none of them', { timeout: TIMEOUT_MS }, async () => {
  const { page } = await world.enter(browser, '/messages');
  await search(page, 'from:nobody-of-that-name');
  await page.getByText('No message matches. 90 without the filter.', { exact: true }).waitFor();
  await page.getByRole('searchbox').fill('quay OR pump');
  await page.getByText('“OR” is not supported').waitFor();
  await page.context().close();
});
