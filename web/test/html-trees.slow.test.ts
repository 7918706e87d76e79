import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../../tools/services/browser.ts';
import { compareTrees } from './html-trees.ts';

/** `npm run test:long` tries ten thousand others each night. */
const COUNT = process.env['CANDOR_LONG'] === '1' ? 10_000 : 300;

let browser: Browser;
beforeAll(async () => {
  if (noBrowser === null) browser = await openBrowser();
});
afterAll(async () => browser?.close());
beforeEach((context) => {
  if (noBrowser !== null) context.skip(noBrowser);
});

test('lab and browser build the same tree from any HTML', { timeout: 600_000 }, async () => {
  const { different, whole } = await compareTrees(browser, Number(process.env['CANDOR_SEED']), COUNT);
  expect(different.slice(0, 5)).toEqual([]);
  expect(whole).toBeGreaterThan(COUNT / 2);
});
