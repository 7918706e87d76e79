import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look, NARROW } from './looked-at.ts';
import { VaultWorld } from './vault-world.ts';

const LONG = 'settlement_and_balancing_invoices_of_all_sites_in_the_north@northwind.example';
const MIDDLE = 'margarethe.castell-vandenberghe@northwind.example';

let world: VaultWorld;
let browser: Browser;
beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowser();
  world = await VaultWorld.open({
    opening: 120,
    held: 5,
    apart: { quoted: 37, mentioned: { business: 41, secret: 2 } },
    renamed: new Map([
      ['a.novak@northwind.example', LONG],
      ['m.castell@northwind.example', MIDDLE],
    ]),
  });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

/** The answer that stands under a question. */
const answer = (page: Page, question: string) =>
  page.locator('section').filter({ has: page.getByText(question, { exact: true }) });

test('counts quotations and mentions separately, with the reason why their text is not given', async () => {
  const { page, faults } = await world.enter(browser);
  const much = answer(page, 'How much of ours');
  await much.getByText('Counted apart: 37 messages that people of Harbor Energy wrote quote your mail.').waitFor();
  await much
    .getByText(
      'Counted apart: 43 messages only speak of you, as Harbor Energy found (41 on business, 2 with a secret).',
    )
    .waitFor();
  // The sum is of those that it is told about, and of no other.
  await expect.poll(() => much.locator('tfoot b').textContent(), { timeout: 20_000 }).toBe('125');
  const unknown = answer(page, 'What is unknown');
  await unknown.getByText('What else the 37 messages say that quote you is not given').waitFor();
  await unknown.getByText('The text of the 43 messages that only speak of you is not given').waitFor();
  await look(page, 'overview-apart');
  await page.goto(`${world.served.address}#/report`);
  await page.getByText('quote emails of ours:').first().waitFor();
  await look(page, 'report-apart');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('shortens an overlong address with an ellipsis, and keeps the complete one', async () => {
  const { page, faults } = await world.enter(browser, '/', { viewport: NARROW });
  const which = answer(page, 'Which of us');
  const link = which.getByRole('link', { name: LONG });
  await link.waitFor();
  for (const viewport of [NARROW, { width: 1440, height: 900 }]) {
    await page.setViewportSize(viewport);
    expect(await link.getAttribute('title')).toBe(LONG);
    const measure = () =>
      link.evaluate((element) => {
        const { display, overflowX, textOverflow } = getComputedStyle(element);
        const cell = element.closest('th')?.getBoundingClientRect().right ?? 0;
        return {
          isCut: element.scrollWidth > element.clientWidth,
          isInside: element.getBoundingClientRect().right <= cell,
          style: [display, overflowX, textOverflow],
        };
      });
    // At another width the columns are made again: what was just measured may have gone already.
    const cut = { isCut: true, isInside: true, style: ['block', 'hidden', 'ellipsis'] };
    await expect.poll(measure, { timeout: 20_000 }).toEqual(cut);
    await which.scrollIntoViewIfNeeded();
    await look(page, 'overview-addresses');
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

test('figures stay, dated and without links, during a refresh and offline', async () => {
  const { page } = await world.enter(browser);
  await answer(page, 'How much of ours').locator('tbody a').first().waitFor();
  const told = await answer(page, 'How much of ours').locator('h2').textContent();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText('Loading', { exact: true }).waitFor();
  const stays = async () => {
    expect(await answer(page, 'How much of ours').locator('h2').textContent()).toBe(told);
    expect(await answer(page, 'How much of ours').locator('tbody a').count()).toBe(0);
    await page.getByText(/^The figures below are those of /).waitFor();
  };
  await stays();
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 200_000 });
  await stays();
  await page.context().close();
});

test('distinguishes a release that is gone from one still to come', async () => {
  const { page } = await world.enter(browser);
  await answer(page, 'How much of ours').locator('tbody a').first().waitFor();
  world.hasRelease = false;
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nothing to read any more' }).waitFor();
  world.hasRelease = true;
  await page.context().close();
});

test('a button to one thing is singular', async () => {
  const one = await VaultWorld.open({ opening: 40 });
  const { page } = await one.enter(browser, '/', { locale: 'fr-FR' });
  await page.getByRole('link', { name: 'Ouvrir 1', exact: true }).waitFor();
  await page.context().close();
  await one.close();
});
