import { LANGUAGES } from '@candor/core/notice/text';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openBrowser } from '../../../tools/services/browser.ts';
import { paths, SECTIONS } from '../../src/reviewer/pages/address/paths.ts';
import { look, NARROW } from './looked-at.ts';
import { shareOpened } from './share-opened.ts';
import { VaultWorld } from './vault-world.ts';

let world: VaultWorld;
let browser: Browser;
shareOpened(openBrowser, (opened) => {
  browser = opened;
});
shareOpened(
  () => VaultWorld.open({ opening: 300, held: 5 }),
  (opened) => {
    world = opened;
  },
);

const go = async (page: Page, path: string): Promise<void> => {
  // The heading of the page before stands until the app has heard of the address, and has drawn.
  await page.evaluate(async (hash) => {
    const heard = new Promise((settle) => addEventListener('hashchange', settle, { once: true }));
    if (location.hash === `#${hash}`) return;
    location.hash = hash;
    await heard;
    await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
  }, path);
  await page.locator('main h1').first().waitFor();
  // What a page fetches is there, or has failed in words, when nothing is loading any more.
  await page.waitForFunction(() => !/^Loading$/m.test(document.querySelector('main')?.textContent ?? ''));
};

test('every section has its tab and one heading, and fits both widths and themes', async () => {
  const { page, faults } = await world.enter(browser);
  await page.getByRole('navigation').waitFor();
  for (const section of SECTIONS) {
    await page.locator(`nav a[href$="#${paths[section]}"]`).click();
    await page.locator(`nav a[href$="#${paths[section]}"][aria-current=page]`).waitFor();
    await go(page, paths[section]);
    expect(await page.locator('h1').count(), section).toBe(1);
    await look(page, `all-${section}`);
  }
  expect(faults).toEqual([]);
});

test('on a phone the sections after the third are behind "More"', async () => {
  const { page } = await world.enter(browser, '/', { viewport: NARROW });
  await page.getByRole('navigation').waitFor();
  expect(await page.locator('nav a', { hasText: 'Trust' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await look(page, 'all-more-open');
  await page.locator('nav a', { hasText: 'Trust' }).click();
  await page.waitForFunction(() => location.hash === '#/trust');
  // The tab says where one is, and the menu has closed.
  await page.locator('nav a', { hasText: 'People' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Trust', exact: true }).waitFor();
});

test('without a mouse one reaches every place by name, and finds every shortcut', async () => {
  const { page, faults } = await world.enter(browser);
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await look(page, 'all-go-to');
  await page.keyboard.type('tru');
  await page.getByRole('dialog').getByRole('link', { name: 'Messages' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.hash === '#/trust');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'All keys' }).waitFor();
  await look(page, 'all-keys');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
});

/** What reaches beyond the box that it stands in, where that box does not scroll on purpose. */
const findTooWide = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const content = document.querySelector('#content');
    for (const box of [document.documentElement, content])
      if (box !== null && box.scrollWidth > box.clientWidth)
        found.push(`${box.tagName} by ${box.scrollWidth - box.clientWidth}`);
    for (const part of document.querySelectorAll('[role=grid] [role=row] > *'))
      if (part.getBoundingClientRect().right > (part.closest('[role=grid]')?.getBoundingClientRect().right ?? 0) + 1)
        found.push(`column ${part.className}`);
    for (const table of document.querySelectorAll('main table, main form, main section')) {
      const outer = table.parentElement;
      if (outer === null || getComputedStyle(outer).overflowX !== 'visible') continue;
      const over = table.getBoundingClientRect().right - outer.getBoundingClientRect().right;
      if (over > 1) found.push(`${table.tagName} ${table.className} by ${Math.round(over)}`);
    }
    return found;
  });

test('every width between phone and desktop fits every page, in any language', {
  timeout: 600_000,
}, async () => {
  const { page, faults } = await world.enter(browser, '/', { viewport: { width: 1440, height: 900 } });
  await page.getByRole('navigation').waitFor();
  for (const language of LANGUAGES) {
    await go(page, paths.account);
    await page.locator(`label[lang=${language}]`).click();
    await page.waitForSelector(`html[lang=${language}]`);
    for (const path of [...SECTIONS.map((section) => paths[section]), paths.enroll]) {
      await go(page, path);
      for (const width of [320, 720, 820, 1024, 1100, 1200, 1366, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))));
        expect(await findTooWide(page), `${path} in ${language} at ${width}`).toEqual([]);
      }
    }
  }
  expect(faults).toEqual([]);
});

test('with forced colours lines mark the current section, filter and message', async () => {
  const { page } = await world.enter(browser, paths.messages, { forcedColors: 'active' });
  await page.locator('[role=row] [role=gridcell]').first().click();
  const lineOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { borderBottomColor, outlineStyle, outlineWidth } = getComputedStyle(element);
        return `${borderBottomColor} ${outlineStyle} ${outlineWidth}`;
      });
  const pairs = [
    ['nav a[aria-current=page]', 'nav a:not([aria-current])'],
    ['main fieldset button >> nth=0', 'main fieldset button >> nth=1'],
    ['[role=row][aria-current=true]', '[role=row][aria-rowindex="4"]'],
  ] as const;
  for (const [here, elsewhere] of pairs) expect(await lineOf(here), here).not.toBe(await lineOf(elsewhere));
});

test('no language is wider than a phone or leaves a word of another', async () => {
  const { page, faults } = await world.enter(browser, '/', { viewport: NARROW });
  await page.getByRole('navigation').waitFor();
  const titles = new Map<string, Set<string>>();
  for (const language of LANGUAGES) {
    await go(page, paths.account);
    await page.locator(`label[lang=${language}]`).click();
    await page.waitForSelector(`html[lang=${language}]`);
    for (const path of [...SECTIONS.map((section) => paths[section]), paths.account, paths.enroll, paths.recover]) {
      await go(page, path);
      expect(
        (await page.locator('body').textContent()) ?? '',
        `${path} in ${language} has a word that was not filled in`,
      ).not.toMatch(/\{[\w ]+\}/);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(width, `${path} in ${language} is wider than the screen`).toBeLessThanOrEqual(0);
      const seen = titles.get(path) ?? new Set<string>();
      titles.set(path, seen.add((await page.locator('h1').first().textContent()) ?? ''));
    }
  }
  // "Messages" is English and French.
  for (const [path, seen] of titles)
    expect(seen.size, path).toBeGreaterThanOrEqual(path === paths.messages ? LANGUAGES.length - 1 : LANGUAGES.length);
  expect(faults).toEqual([]);
});
