import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../../tools/services/browser.ts';
import { look } from './looked-at.ts';
import { shareOpened } from './share-opened.ts';
import { VaultWorld } from './vault-world.ts';

const MESSAGES = 20_000;
let world: VaultWorld;
let browser: Browser;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});
shareOpened(
  () => VaultWorld.open({ opening: 3, listed: MESSAGES, isSearched: true }),
  (opened) => {
    world = opened;
  },
);

const go = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
};

test('search results in twenty thousand messages are filtered by kind, listed as work, and settled', async () => {
  const { page, faults } = await world.enter(browser, '/messages');
  await page.getByText('20,000').first().waitFor();
  await look(page, 'found-messages');
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Contains' }).click();
  const choice = page.getByRole('dialog').locator('label', { hasText: 'bank account' });
  await choice.waitFor();
  const counted = Number((await choice.textContent())?.replaceAll(/[^0-9]/g, ''));
  expect(counted).toBeGreaterThan(100);
  await choice.click();
  await page.getByText(`${counted.toLocaleString('en')} of 20,000 shown`).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => location.hash)).toContain('holds=bank-account');
  await page
    .locator('[role=gridcell] span', { hasText: /bank account|personal/ })
    .first()
    .waitFor();
  await look(page, 'found-bank-accounts');

  await go(page, '/secrets');
  await page.getByText(/passwords and keys are still open/).waitFor();
  const row = page.locator('main tbody tr').first();
  expect(await row.textContent()).toMatch(/(?:Password M…1|Key s…c).*found by Harbor Energy in [0-9]+ message/);
  await look(page, 'found-secrets');

  await go(page, '/');
  await page.getByText(/Examine the personal data in [0-9,]+ messages/).waitFor();
  await look(page, 'found-overview');
  await go(page, '/report');
  await page.getByRole('heading', { name: 'What a search of the organization found in them' }).waitFor();
  await look(page, 'found-report');
  expect(faults).toEqual([]);
});
