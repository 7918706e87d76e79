import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look } from '../reviewer/looked-at.ts';
import { type DeskWorld, serveDesk } from './served-console.ts';

const PORT = 34_118;
const MINUTES = 180_000;
let world: DeskWorld;
let browser: Browser;

beforeAll(async () => {
  if (noBrowser !== null) return;
  world = await serveDesk(PORT, ['one/.candor', 'two/.candor']);
  browser = await openBrowser();
}, MINUTES);
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

for (const [locale, which, answer] of [
  ['en', 'Choose an incident.', 'At least 22 parties to notify; 0 notified.'],
  ['de', 'Wählen Sie einen Vorfall.', 'Mindestens 22 Betroffene sind zu benachrichtigen; 0 benachrichtigt.'],
  ['fr', 'Choisissez un incident.', 'Au moins 22 parties à informer ; 0 informées.'],
  ['es', 'Elija un incidente.', 'Al menos 22 partes por notificar; 0 notificadas.'],
] as const)
  test(`shows where the incident stands, in ${locale}`, async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    const { page, faults } = await world.open(browser, '/', { locale });
    // Two incidents: no page guesses which one is meant.
    await page.getByRole('heading', { level: 1, name: which }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'harbor-2001' }).first().click();
    await page.getByRole('heading', { level: 1, name: answer }).waitFor();
    expect(page.url()).toMatch(new RegExp(`^${world.served.address}/#/\\?incident=i[0-9a-f]{12}$`));
    expect(await page.locator('ol').first().textContent()).toContain('141');
    // A session goes on in the same browser; the token was for one.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: answer }).waitFor();
    await look(page, `console-incident-${locale}`);
    expect(faults).toEqual([]);
    expect(world.faults).toEqual([]);
  });

test('a browser without a session is told how to get one, and what was read stays when the console is gone', async (context) => {
  if (noBrowser !== null) return context.skip(noBrowser);
  const { page } = await world.open(browser, '/');
  await page.getByRole('main').getByRole('link', { name: 'harbor-2001' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'At least 22 parties to notify; 0 notified.' }).waitFor();
  await page.route('**/incidents/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Read again' }).click();
  await page.getByText('What is shown stays; it may be out of date.').waitFor();
  await page.unroute('**/incidents/**');
  await page.getByRole('button', { name: 'Read again' }).first().click();
  await page.getByText('What is shown stays; it may be out of date.').waitFor({ state: 'detached' });
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'This browser is not signed in.' }).waitFor();
  await look(page, 'console-signed-out');
});
