import { type Browser, devices, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { VaultWorld } from './vault-world.ts';

const MESSAGES = 40;
/** A field with smaller letters makes a telephone's browser enlarge the page when it is touched. */
const LEAST_FIELD_PX = 16;

let browser: Browser;
let vault: VaultWorld;
beforeAll(async () => {
  if (noBrowser !== null) return;
  [browser, vault] = await Promise.all([openBrowser(), VaultWorld.open({ opening: MESSAGES })]);
});
afterAll(async () => {
  await browser?.close();
  await vault?.close();
});
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

/** Nothing beside the screen, and no field that enlarges the page. */
async function expectToFit(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    excess: document.documentElement.scrollWidth - window.innerWidth,
    fields: [...document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file]), textarea, select')]
      .filter((field) => field.getClientRects().length > 0)
      .map((field) => Number.parseFloat(getComputedStyle(field).fontSize)),
  }));
  expect(found.excess, where).toBeLessThanOrEqual(0);
  expect(Math.min(LEAST_FIELD_PX, ...found.fields), where).toBe(LEAST_FIELD_PX);
}

test.each(['Pixel 7', 'iPhone SE'] as const)(
  'on a telephone (%s) touch reaches everything, and back navigates back',
  {
    timeout: 120_000,
  },
  async (name) => {
    const { defaultBrowserType: _, ...telephone } = devices[name] ?? {};
    const { page, faults } = await vault.enter(browser, '/', telephone);
    const count = page.getByText(`${MESSAGES} of ${MESSAGES} shown`).first();
    await page.locator('nav a', { hasText: 'Messages' }).tap();
    await count.waitFor({ state: 'attached' });
    await expectToFit(page, 'the list');
    await page.locator('[role=row]').nth(2).tap();
    await page.getByText('message number').waitFor();
    await expectToFit(page, 'a message');
    await page.getByRole('button', { name: 'Why', exact: true }).tap();
    await page.getByText(/^rule (bind|sync-|gap-)/).waitFor();
    await expectToFit(page, 'why');
    await page.goBack();
    await page.getByRole('searchbox').tap();
    await page.getByRole('searchbox').fill('subject:"Quay 4"');
    await count.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Filter' }).tap();
    await expectToFit(page, 'filters');
    await page.keyboard.press('Escape');
    await page.getByText('More', { exact: true }).tap();
    await page.getByRole('link', { name: 'Trust' }).tap();
    await page.waitForURL(/#\/trust/);
    await expectToFit(page, 'trust');
    expect(faults).toEqual([]);
  },
);
