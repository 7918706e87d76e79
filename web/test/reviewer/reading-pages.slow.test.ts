import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../browser.ts';
import { look } from './looked-at.ts';
import { VaultWorld } from './vault-world.ts';

let world: VaultWorld;
let browser: Browser;
beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowser();
  world = await VaultWorld.open({ opening: 120, listed: 861, held: 5 });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

const heading = (page: Page, text: string | RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor();
const rows = (page: Page) => page.locator('[role=row][aria-selected]');

test('the first page answers in six steps, and every number leads to its messages', { timeout: 120_000 }, async () => {
  const { page, faults } = await world.enter(browser);
  await heading(page, 'Yes. Harbor Energy signed it, two people approved it, and the public log holds it.');
  await page.getByText('signed by Ines Adler, Omar Reyes').waitFor();
  const questions = await page.locator('h1, h2').allTextContents();
  expect(questions.length).toBeGreaterThanOrEqual(7);
  await look(page, 'overview');
  await page.keyboard.press('t');
  await page.getByRole('columnheader', { name: 'From' }).waitFor();
  await look(page, 'overview-table');
  await page.keyboard.press('t');
  const opened = await page
    .getByRole('link', { name: /opened or copied$/ })
    .first()
    .textContent();
  await page
    .getByRole('link', { name: /opened or copied$/ })
    .first()
    .click();
  await page.waitForURL(/#\/messages\?verdict=accessed$/);
  await page.getByText(`${opened} of 861 shown`).waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('the list is walked, searched, filtered and marked by keyboard alone', { timeout: 120_000 }, async () => {
  const { page, faults } = await world.enter(browser, '/messages');
  await rows(page).first().waitFor();
  await page.getByText('861 of 861 shown').waitFor();
  await page.keyboard.press('j');
  await page.waitForURL(/message=[0-9a-f]{64}/);
  await page.getByText('1 of 861', { exact: true }).waitFor();
  await page.keyboard.press('j');
  await page.getByText('2 of 861', { exact: true }).waitFor();
  await page.keyboard.press('x');
  await page.getByText('1 selected', { exact: true }).waitFor();
  await look(page, 'messages');
  await page.keyboard.press('/');
  await page.keyboard.type('from:novak -has:secret');
  await page.waitForURL(/search=\d+/);
  expect(page.url()).not.toContain('novak');
  await look(page, 'messages-search');
  await page.keyboard.press('Enter');
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await page.keyboard.type('form:novak zzzz');
  await page.getByText('“form:novak” names no field.').waitFor();
  await page.getByText('No message matches. 861 without the filter.').waitFor();
  await look(page, 'messages-none');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a log that does not continue turns the first answer red, and the figures stay', {
  timeout: 120_000,
}, async () => {
  const { page, faults } = await world.enter(browser);
  await heading(page, /^Yes/);
  world.hostility = { paper: (name, text) => (name === 'approvals.json' ? '[]' : text) };
  await page.getByRole('button', { name: 'Check again' }).click();
  await heading(page, 'No: two people of Harbor Energy did not approve this.');
  await page.getByText('The figures below are those of').waitFor();
  expect(await page.locator('main table a').count()).toBe(0);
  await look(page, 'overview-refused');
  world.hostility = {};
  await page.getByRole('button', { name: 'Check again' }).click();
  await heading(page, /^Yes/);
  world.hasRelease = false;
  await page.getByRole('button', { name: 'Check again' }).click();
  await page
    .getByText(/older than what you have seen|when you last looked/)
    .first()
    .waitFor();
  await look(page, 'overview-nothing');
  world.hasRelease = true;
  expect(faults).toEqual([]);
  await page.context().close();
});
