import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look, NARROW } from '../reviewer/looked-at.ts';
import { type DeskWorld, serveDesk } from './served-console.ts';

const PORT = 34_163;
const MINUTES = 180_000;
let world: DeskWorld;
let browser: Browser;

beforeAll(async () => {
  if (noBrowser !== null) return;
  world = await serveDesk(PORT);
  browser = await openBrowser();
}, MINUTES);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test('leads: the most suspicious first, one question, both sides, three answers and the command', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await world.open(browser, '/leads');
  await page
    .getByRole('heading', { level: 1, name: /^\d+ records are undecided\. Deciding these \d+ leads settles \d+/ })
    .waitFor();
  const leads = page.getByRole('list', { name: 'Leads to decide first' }).getByRole('link');
  expect(await leads.count()).toBeGreaterThan(1);
  const values = await leads.locator('bdi').allTextContents();
  expect(new Set(values).size).toBe(values.length);
  await page
    .getByRole('heading', { level: 2 })
    .filter({ hasText: values[0] ?? '' })
    .waitFor();
  await page.getByRole('region', { name: 'Speaks for the intruder' }).waitFor();
  await page.getByRole('region', { name: 'Speaks for the owner' }).waitFor();
  const answers = page.getByRole('region', { name: 'What each answer would change' });
  for (const name of ['The intruder’s', 'The owner’s', 'Cannot be known'])
    await answers.getByText(name, { exact: true }).waitFor();
  expect(await answers.getByRole('code').textContent()).toMatch(/^candor leads --effect [a-z]+:/);
  await look(page, 'console-leads');
  // The address alone names the lead; keys move on.
  await page.keyboard.press('j');
  await page.waitForFunction(() => location.hash.includes('lead=2'));
  await page
    .getByRole('heading', { level: 2 })
    .filter({ hasText: values[1] ?? '' })
    .waitFor();
  await page.reload();
  await page
    .getByRole('heading', { level: 2 })
    .filter({ hasText: values[1] ?? '' })
    .waitFor();
  expect(faults).toEqual([]);
  expect(world.faults).toEqual([]);
});

test('leads: in German, dark, on a phone', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page, faults } = await world.open(browser, '/leads', { locale: 'de-DE', colorScheme: 'dark' });
  await page.getByRole('heading', { level: 1, name: /Einträge sind offen/ }).waitFor();
  await page.setViewportSize(NARROW);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await look(page, 'console-leads-narrow');
  expect(faults).toEqual([]);
});
