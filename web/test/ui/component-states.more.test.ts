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
  timeline: 'state=timeline',
  'timeline-brushed': 'state=timeline&brushed',
  'timeline-unread': 'state=timeline&unread',
  'timeline-late': 'state=timeline&late&language=es',
  'timeline-hostile': 'state=timeline&hostile',
  'timeline-right-to-left': 'state=timeline&dir=rtl',
  funnel: 'state=funnel',
  'funnel-empty': 'state=funnel&empty',
  'funnel-hostile': 'state=funnel&hostile',
  'funnel-right-to-left': 'state=funnel&dir=rtl',
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
  'export-hostile': 'state=parties&export=ready&hostile',
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

test('a part of the period is chosen by pointer and by keys, and the table has its days', async () => {
  const page = await open('state=timeline');
  const from = page.getByRole('slider', { name: 'Beginning of the period' });
  const to = page.getByRole('slider', { name: 'End of the period' });
  await from.focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  expect(await from.getAttribute('aria-valuetext')).toBe('9 Sep 2001');
  await to.focus();
  await page.keyboard.press('Home');
  expect(await to.getAttribute('aria-valuetext')).toBe('10 Sep 2001');
  await page.keyboard.press('End');
  const box = await page.locator('[data-brush]').boundingBox();
  if (box === null) throw new Error('no brush');
  await page.mouse.move(box.x + box.width * 0.25, box.y + 9);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 9, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('heading', { name: '17 Sep 2001 – 5 Oct 2001' }).waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('t');
  await page.getByRole('table').waitFor();
  expect(await page.getByRole('rowheader').count()).toBe(18);
  await page.keyboard.press('t');
  await page.getByRole('button', { name: 'Whole period' }).click();
  await page.getByRole('heading', { name: 'The intruder was inside for 40 days.' }).waitFor();
});

test('a bulk act says what it will do before it can be done, and one that cannot be done says why', async () => {
  const page = await open('state=parties');
  await page.getByRole('button', { name: 'Merge 3…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge 3 parties into one' });
  await dialog.getByText('1 draft of wave 1 lapses').waitFor();
  await dialog.getByRole('button', { name: 'Merge 3 parties' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.title()).toBe('done 3');
  await page.getByRole('button', { name: 'Assign…' }).click();
  await page.getByText('Counting what this changes').waitFor();
  await page.evaluate(() => {
    document.title = 'nothing done';
  });
  await page.getByRole('button', { name: 'Assign 3' }).click({ force: true });
  expect(await page.title()).toBe('nothing done');
  expect(await page.getByRole('dialog').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '5,074 that match' }).click();
  await page.getByText('5,074 of 5,074 selected').waitFor();
  await page.getByText('At most 50 are merged at once.').waitFor();
  await page.getByRole('row', { name: /Elm Cement AS 5/ }).click({ modifiers: ['Control'] });
  await page.getByText('5,073 of 5,074 selected').waitFor();
});

test('the palette finds pages and rows by arrows and Enter, and says when rows cannot be searched', async () => {
  const page = await open('state=shell');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Go to' });
  await page.keyboard.type('e');
  await dialog.getByRole('link', { name: 'Evidence' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#evidence');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('<img');
  await dialog.getByRole('button', { name: /<img src=x/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#party-0');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('silent');
  await dialog.getByText('The search of rows has no answer; pages are found by name.').waitFor();
});

test('tabs stay in one line at every width and in every language, and the others are behind "More"', async () => {
  for (const query of ['state=shell', 'state=shell&language=de', 'state=shell&hostile', 'state=shell&dir=rtl']) {
    const page = await open(query);
    for (const width of [1440, 1280, 1024, 900, 768, 390, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))));
      const tops = await page
        .locator('nav > ul:first-child > li')
        .evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().top)));
      expect(new Set(tops).size, `${query} at ${width}`).toBe(1);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${query} at ${width}`).toBeLessThanOrEqual(0);
      const links = await page.locator('nav a').count();
      if (links < 10) {
        await page.locator('nav button').click();
        expect(await page.locator('nav a').count(), `${query} at ${width}`).toBe(10);
        await page.keyboard.press('Escape');
        expect(await page.locator('nav a').count()).toBe(links);
      }
    }
  }
});

test('what strangers wrote is text: nothing of it runs, and no row is higher than the others', async () => {
  for (const viewport of [WIDE, NARROW]) {
    const page = await open('state=parties&hostile', viewport);
    expect(await page.title()).not.toBe('run');
    expect(await page.locator('main img').count()).toBe(0);
    const heights = await page
      .locator('tbody [role=row]')
      .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));
    expect(new Set(heights).size).toBe(1);
    const texts = await page
      .locator('[role=gridcell]')
      .evaluateAll((cells) => cells.map((cell) => cell.textContent?.length ?? 0));
    expect(Math.max(...texts)).toBeLessThan(500);
  }
});

test('rows are chosen by touch, each with its name, and the keys of the rows go on', async () => {
  const page = await open('state=parties', NARROW);
  const box = page.getByLabel('Select Kelp Freight AS 4');
  await box.check();
  await page.getByText('4 of 5,074 selected').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  const size = await page.locator('label', { has: box }).boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(32);
  await page.setViewportSize(WIDE);
  const all = page.getByLabel('Select all parties');
  expect(await all.evaluate((input) => (input as HTMLInputElement).indeterminate)).toBe(true);
  await all.check();
  await page.getByText('5,074 of 5,074 selected').waitFor();
  await all.uncheck();
  await page.getByText('5,074 of 5,074 selected').waitFor({ state: 'detached' });
});

test('no state is wider than a screen of 375 or of 320 pixels', async () => {
  for (const [name, query] of Object.entries(STATES)) {
    const page = await open(query, { width: 375, height: 800 });
    for (const width of [375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))));
      const over = await page.evaluate(() =>
        [document.documentElement, document.querySelector('#content')].map((box) =>
          box === null ? 0 : box.scrollWidth - box.clientWidth,
        ),
      );
      expect(Math.max(...over), `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  }
});
