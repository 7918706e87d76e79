import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../../../tools/services/browser.ts';
import { look, NARROW, openWatched } from '../reviewer/looked-at.ts';
import { WIDE } from '../reviewer/watched-page.ts';
import { serveWork, type WorkSite } from '../reviewer/work/work-site.ts';

/** By address. No two may look alike: what differs is seen. */
const STATES: Readonly<Record<string, string>> = {
  lines: 'state=lines',
  ascending: 'state=lines&ascending',
  current: 'state=lines&current',
  chosen: 'state=lines&chosen',
  loading: 'state=loading',
  filtered: 'state=lines&rows=0',
  records: 'state=records&rows=9',
  'first-records': 'state=records&rows=9&first',
  'many-records': 'state=records&rows=900',
  'no-records': 'state=records&rows=0',
  report: 'state=report&rows=9',
  parts: 'state=parts',
  shell: 'state=shell',
  'shell-behind': 'state=shell&current=log',
  'shell-banner': 'state=shell&banner',
  'shell-silent': 'state=shell&banner&silent',
  'shell-forbidden': 'state=shell&forbidden',
  'shell-hostile': 'state=shell&banner&hostile',
  'shell-german': 'state=shell&language=de',
  'shell-right-to-left': 'state=shell&dir=rtl&banner',
  parties: 'state=parties',
  'parties-all': 'state=parties&all',
  'parties-hostile': 'state=parties&hostile',
  'parties-right-to-left': 'state=parties&dir=rtl',
  'parties-french': 'state=parties&language=fr',
  'export-ready': 'state=parties&export=ready',
  'export-saving': 'state=parties&export=saving',
  'export-done': 'state=parties&export=done',
};

let browser: Browser;
let site: WorkSite;
beforeAll(async () => {
  if (noBrowser !== null) return;
  browser = await openBrowser();
  site = await serveWork(join(import.meta.dirname, 'page'));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

async function open(query: string, viewport = WIDE): Promise<Page> {
  const { page, faults } = await openWatched(browser, { viewport });
  page.on('close', () => expect(faults).toEqual([]));
  await page.goto(`${site.address}?${query}`);
  await page.waitForSelector('h1');
  return page;
}

const rowAt = (page: Page, place: number) => page.locator(`#party-${place}`);
const current = (page: Page): Promise<string | null> =>
  page.locator('[role=row][aria-current=true]').getAttribute('id');

test.for(Object.entries(STATES))('%s is accessible in both widths and themes', async ([name, query]) => {
  await look(await open(query), `ui-${name}`);
});

test.for([
  ['1440', WIDE],
  ['390', NARROW],
] as const)('no two states look alike at %s pixels, and each looks the same again', async ([, viewport]) => {
  const seen = new Map<string, string>();
  for (const [name, query] of Object.entries(STATES)) {
    // On a phone the order is not in the rows: it has a control of its own.
    if (viewport === NARROW && name === 'ascending') continue;
    const page = await open(query, viewport);
    const picture = (await page.screenshot()).toString('base64');
    await page.reload();
    await page.waitForSelector('h1');
    expect((await page.screenshot()).toString('base64') === picture, `${name} looks different again`).toBe(true);
    expect(seen.get(picture), `${name} looks like`).toBeUndefined();
    seen.set(picture, name);
    await page.context().close();
  }
});

test.for([
  ['1440', WIDE],
  ['390', NARROW],
] as const)('20,000 different rows are moved through and chosen by keys at %s pixels', async ([, viewport]) => {
  const page = await open('state=lines&rows=20000', viewport);
  const before = (await page.screenshot()).toString('base64');
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await rowAt(page, 19_999).getByText('row 19999').waitFor();
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('x');
  await page.getByText('2 of 20000 selected').waitFor();
  expect(await current(page)).toBe('party-19978');
  expect(await page.locator('[role=row]').count()).toBeLessThan(120);
  await page.keyboard.press('Enter');
  expect(await page.title()).toBe('opened 19978');
  await page.keyboard.press('Escape');
  await page.getByText('0 of 20000 selected').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('j');
  expect(await current(page)).toBe('party-1');
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.matches('input[type=search]'))).toBe(true);
  await page.keyboard.type('jx');
  expect(await current(page)).toBe('party-1');
  expect((await page.screenshot()).toString('base64')).not.toBe(before);
});

test('records that grow are drawn as far as visible, and as a whole on paper', async () => {
  const page = await open('state=records&rows=900');
  const rows = page.locator('tbody [role=row]');
  expect(await rows.count()).toBeLessThan(120);
  await page.getByRole('table').evaluate((table) => table.scrollTo({ top: table.scrollHeight }));
  await page.getByText('row 899', { exact: false }).waitFor();
  expect(await page.locator('thead').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(900);
});

test('the order is said and changed in the head', async () => {
  const page = await open('state=lines');
  const opened = page.getByRole('columnheader', { name: 'Opened' });
  expect(await opened.getAttribute('aria-sort')).toBe('descending');
  await opened.getByRole('button').click();
  expect(await opened.getAttribute('aria-sort')).toBe('ascending');
  expect(await page.getByRole('columnheader', { name: 'Party' }).getAttribute('aria-sort')).toBe('none');
});
