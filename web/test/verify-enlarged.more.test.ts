import { join } from 'node:path';
import { LANGUAGES } from '@candor/core/notice/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noBrowser } from '../../tools/services/browser.ts';
import { enlargeText, findOverlaps } from './enlarged-text.ts';
import { corpus, notice, type ServedNotice, serveNotice } from './served-notice.ts';
import type { ServedSite } from './served-site.ts';

let opened: ServedNotice | undefined;
let browser: Browser;
let served: ServedSite;
beforeAll(async () => {
  if (noBrowser !== null) return;
  opened = await serveNotice();
  ({ browser, served } = opened);
});
afterAll(() => opened?.close());
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

async function compare(page: Page, file: string): Promise<void> {
  await page.fill('#code', notice.code);
  await page.fill('#domain', notice.domain);
  await page.click('button[type=submit][aria-disabled=false]');
  await page.setInputFiles('input[type=file]', join(corpus, file));
  await page.waitForFunction(() => document.querySelector('.zone') === null);
}

const states: readonly (readonly [name: string, reach: (page: Page) => Promise<void>])[] = [
  ['form', async () => {}],
  ['genuine', (page) => compare(page, 'harmless/as-sent.eml')],
  ['changed', (page) => compare(page, 'forgeries/link.eml')],
  [
    'issued',
    async (page) => {
      await page.fill('#code', notice.code);
      await page.fill('#domain', notice.domain);
      await page.click('button[type=submit][aria-disabled=false]');
      await page.waitForSelector('.answer');
    },
  ],
];

test.each(LANGUAGES.flatMap((language) => states.map(([name, reach]) => [language, name, reach] as const)))(
  'in %s the state %s fits double-size text at every width',
  async (locale, _name, reach) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale });
    const page = await context.newPage();
    await page.goto(`${served.address}/notice`);
    await page.waitForSelector('#why-not:not(:empty)');
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
    await reach(page);
    await enlargeText(page);
    for (const width of [1440, 1024, 768, 412, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findOverlaps(page), `at ${width}`).toEqual([]);
    }
    await context.close();
  },
);

test.each(LANGUAGES)(
  'in %s a button has one line where there is room, and each check one tick beside its name',
  async (locale) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale });
    const page = await context.newPage();
    await page.goto(`${served.address}/notice`);
    await page.waitForSelector('#why-not:not(:empty)');
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
    expect((await page.locator('button[type=submit]').boundingBox())?.height).toBeLessThan(42);
    await compare(page, 'harmless/as-sent.eml');
    const lines = await page.locator('.checks dt').evaluateAll((names) =>
      names.map((name) => {
        const range = document.createRange();
        range.selectNodeContents(name.lastChild ?? name);
        return `${name.textContent}: ${range.getClientRects().length}`;
      }),
    );
    expect(lines.filter((line) => !line.endsWith(': 1'))).toEqual([]);
    await context.close();
  },
);
