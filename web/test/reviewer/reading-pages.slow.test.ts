import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../../tools/services/browser.ts';
import { paths } from '../../src/reviewer/pages/address/paths.ts';
import { look, NARROW } from './looked-at.ts';
import { shareOpened } from './share-opened.ts';
import { VaultWorld } from './vault-world.ts';

let world: VaultWorld;
let browser: Browser;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});
shareOpened(
  () => VaultWorld.open({ opening: 861, held: 5 }),
  (opened) => {
    world = opened;
  },
);

const heading = (page: Page, text: string | RegExp) => page.getByRole('heading', { level: 1, name: text }).waitFor();
const rows = (page: Page) => page.locator('[role=row][aria-selected]');
/** What is shown stands a moment after what is said of it, on a busy machine a long one. */
const CALM = { timeout: 20_000 };

/**
 * `/` goes to the search field: what is typed before that are keys of the page. Wherever a field has the focus, it is a
 * letter.
 */
async function search(page: Page, text: string): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.matches('input') === false);
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.matches('input[type=search]'));
  await page.keyboard.type(text);
}

test('the first page answers in six steps, and every number links to its messages', async () => {
  const { page, faults } = await world.enter(browser);
  await heading(page, 'Yes. Harbor Energy signed it, two people approved it, and it is in the public log.');
  await page.getByText('signed by Ines Adler, Omar Reyes').waitFor();
  await page
    .getByText(/^Change \d+ passwords and keys\.$/)
    .first()
    .waitFor();
  await expect.poll(() => page.locator('h1, h2').count(), CALM).toBeGreaterThanOrEqual(7);
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

test('the list is browsed, searched, filtered and marked by keyboard only', async () => {
  const { page, faults } = await world.enter(browser, '/messages');
  await rows(page).first().waitFor();
  await page.getByText('861 of 861 shown').waitFor();
  await page.keyboard.press('j');
  await page.waitForURL(/message=[0-9a-f]{64}/);
  await page.getByText('1 of 861', { exact: true }).waitFor();
  await page.keyboard.press('j');
  await page.getByText('2 of 861', { exact: true }).waitFor();
  await page.getByText('message number').first().waitFor();
  await page.keyboard.press('x');
  await page.getByText('1 selected', { exact: true }).waitFor();
  await look(page, 'messages');
  // After the phone the list comes back.
  await page.getByRole('searchbox').waitFor();
  await search(page, 'from:novak -has:secret');
  await page.waitForURL(/search=\d+/);
  expect(page.url()).not.toContain('novak');
  await look(page, 'messages-search');
  await page.getByRole('searchbox').press('Enter');
  await search(page, '');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('searchbox').inputValue(), CALM).toBe('');
  await page.keyboard.type('form:novak zzzz');
  await page.getByText('“form:novak” names no field.').waitFor();
  await page.getByText('0 matches in 2 of 861 texts; 859 have not been read.').waitFor();
  await look(page, 'messages-none');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('filters show how many each choice would leave, and can be removed', async () => {
  const { page, faults } = await world.enter(browser, '/messages');
  await page.getByText('861 of 861 shown').waitFor();
  const bar = page.getByRole('group', { name: 'Filters' });
  await bar.getByRole('button', { name: 'Verdict' }).focus();
  await page.keyboard.press('Enter');
  const choice = page.getByRole('checkbox', { name: /cannot be ruled out/ });
  // Until they are counted, dots stand there.
  const counted = choice.locator('..').filter({ hasText: /\d$/ });
  await counted.waitFor();
  const count = /\d+$/.exec((await counted.textContent()) ?? '')?.[0] ?? '';
  await look(page, 'messages-filter');
  // Looked at on a phone too, where the filters are elsewhere.
  await bar.getByRole('button', { name: 'Verdict' }).press('Enter');
  await choice.focus();
  await page.keyboard.press('Space');
  await page.getByText(`${count} of 861 shown`).waitFor();
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Our people' }).click();
  await page.getByRole('searchbox', { name: 'Find an address' }).fill('weil');
  await page.getByRole('checkbox', { name: /j.weil/ }).check();
  await page.waitForURL(/person=\d+/);
  expect(page.url()).not.toContain('weil');
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'All 861' }).click();
  await page.getByText('861 of 861 shown').waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'With' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'With' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Subject' }).click();
  await page.waitForURL(/sort=subject-up/);
  await page.goBack();
  await page.waitForURL((url) => !url.href.includes('sort='));
  expect(faults).toEqual([]);
  await page.context().close();
});

test('on a phone the list, a message and its reason are pages of their own', async () => {
  const { page, faults } = await world.enter(browser, '/messages', { viewport: NARROW, locale: 'de-DE' });
  await rows(page).first().waitFor();
  await look(page, 'messages-list');
  await page.getByRole('button', { name: 'Filtern' }).click();
  await page.getByRole('dialog').waitFor();
  await look(page, 'messages-filter-phone');
  await page.keyboard.press('Escape');
  await rows(page).nth(2).click();
  await page.getByText('3 von 861').waitFor();
  await page.getByText('message number').first().waitFor();
  await expect.poll(() => rows(page).count(), CALM).toBe(0);
  await page.getByRole('button', { name: 'Zurück zur Liste' }).click();
  await rows(page).first().waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('reads all bodies for the search on request', async () => {
  const { page, faults } = await world.enter(browser, '/messages');
  await page.getByText('861 of 861 shown').waitFor();
  await search(page, '"message number 17"');
  await page.getByText('861 texts have not been searched.').waitFor();
  await page.getByRole('button', { name: 'Read 861 texts' }).click();
  await page.getByText('all 861 texts searched').first().waitFor({ timeout: 200_000 });
  await page.getByText('1 of 861 shown').waitFor();
  await expect.poll(() => rows(page).count(), CALM).toBe(1);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a log that does not continue turns the first answer red, and the figures stay', async () => {
  const { page, faults } = await world.enter(browser);
  await heading(page, /^Yes/);
  world.hostility = { paper: (name, text) => (name === 'approvals.json' ? '[]' : text) };
  await page.getByRole('button', { name: 'Check again' }).click();
  await heading(page, 'No: two people of Harbor Energy did not approve this.');
  await page.getByText('The figures below are those of').waitFor();
  await expect.poll(() => page.locator('main table a').count(), CALM).toBe(0);
  await look(page, 'overview-refused');
  await page.getByRole('navigation').getByRole('link', { name: 'Trust' }).click();
  await page.getByText('Each of these must show the same key fingerprint.', { exact: true }).waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
  await heading(page, 'No: two people of Harbor Energy did not approve this.');
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

test("says nothing about the form of a message's date before it is read", async () => {
  const { page } = await world.enter(browser, paths.messages);
  const row = page.locator('[role=row] [role=gridcell]').first();
  await row.waitFor();
  await page.context().setOffline(true);
  await row.click();
  await page.getByText('Opening the message').waitFor();
  expect(await page.locator('main').textContent()).not.toContain('as written');
  await page.context().close();
});
