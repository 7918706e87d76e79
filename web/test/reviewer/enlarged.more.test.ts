import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../../tools/services/browser.ts';
import { paths } from '../../src/reviewer/pages/address/paths.ts';
import { enlargeText, findOverlaps } from '../enlarged-text.ts';
import { shareOpened } from './share-opened.ts';
import { VaultWorld } from './vault-world.ts';

let world: VaultWorld;
let browser: Browser;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});
shareOpened(
  () => VaultWorld.open({ opening: 30 }),
  (opened) => {
    world = opened;
  },
);

// The list of messages has rows of one height, and cuts what does not fit with an ellipsis.
test.each([
  ['overview', 'en'],
  ['secrets', 'de'],
  ['people', 'de'],
  ['people', 'fr'],
  ['trust', 'de'],
  ['account', 'de'],
  ['enroll', 'de'],
] as const)('double-size text overlaps nothing on the page %s in %s', async (name, language) => {
  const { page, faults } = await world.enter(browser);
  await page.getByRole('navigation').waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, paths.account);
  await page.locator(`label[lang=${language}]`).click();
  await page.waitForSelector(`html[lang=${language}]`);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, paths[name]);
  await page.waitForFunction((hash) => location.hash === `#${hash}`, paths[name]);
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(
    () => !/^(Loading|Wird geladen|Chargement)$/m.test(document.querySelector('main')?.textContent ?? ''),
  );
  await enlargeText(page);
  expect(await findOverlaps(page)).toEqual([]);
  const cut = await page.evaluate(() => {
    const room = document.querySelector('main')?.getBoundingClientRect().right ?? 0;
    const isMoved = (table: Element): boolean =>
      getComputedStyle(table.closest('.sideways, [tabindex="0"]') ?? table).overflowX !== 'visible';
    return [...document.querySelectorAll('main table')].filter(
      (table) => table.getBoundingClientRect().right > room && !isMoved(table),
    ).length;
  });
  expect(cut).toBe(0);
  expect(faults).toEqual([]);
});

test('shows the time of every listed message completely, in the language with the longest months', async () => {
  const { page } = await world.enter(browser, '/', { locale: 'de-DE' });
  await page.getByRole('navigation').waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, paths.messages);
  const dates = page.locator('[role=row] [class*=_date_]');
  await dates.filter({ hasText: 'Sept.' }).first().waitFor();
  const cut = await dates.evaluateAll((cells) =>
    cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
  );
  expect(cut).toEqual([]);
  await page.context().close();
});
