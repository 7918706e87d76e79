import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../services/browser.ts';
import { listSheetNotices } from './notices.ts';
import { MAIL_VIEWS, measureOverflow, openMailPage, showMail } from './pictures.ts';

describe.skipIf(noBrowser !== null)('notices in a mail program', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openMailPage(browser);
  });
  afterAll(() => browser.close());

  test('none is wider than a pane of 320 or 640 pixels', async () => {
    const wide: string[] = [];
    for (const { name, composed } of listSheetNotices())
      for (const view of MAIL_VIEWS.filter(({ scheme }) => scheme === 'light')) {
        await showMail(page, composed.html, view);
        const over = await measureOverflow(page);
        if (over > 0) wide.push(`${name} at ${view.width}: ${over} px`);
      }
    expect(wide).toEqual([]);
  });

  test('control: a notice that is too wide is detected', async () => {
    await showMail(page, '<p style="width:700px">x</p>', { width: 640, scheme: 'light' });
    expect(await measureOverflow(page)).toBeGreaterThan(50);
  });

  test('text and background have enough contrast in dark and light programs', async () => {
    const [notice] = listSheetNotices();
    for (const view of MAIL_VIEWS) {
      await showMail(page, notice?.composed.html ?? '', view);
      const colour = await page.evaluate<string>("getComputedStyle(document.querySelector('p')).color");
      expect([view.scheme, colour]).toEqual([
        view.scheme,
        view.scheme === 'dark' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)',
      ]);
    }
  });
});
