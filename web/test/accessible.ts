import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where to put pictures of every state, to be looked at. */
const pictures = process.env['CANDOR_PICTURES'];

/**
 * No violation of axe, nothing wider than the screen. Takes a picture where these are asked for.
 *
 * axe runs in the page itself, since no frame that it judges comes from elsewhere, and describes only what it found: in
 * a page of its own, and with a selector for each element that is as it should be, the same answer took four times as
 * long.
 */
export async function expectAccessible(page: Page, name: string, { isWhole = false } = {}): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], selectors: false })
    // Mail in a frame that runs nothing is its sender's, and answers no question.
    .exclude('iframe[sandbox]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(width, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
  await takePicture(page, name, { isWhole });
}

/** Where pictures are asked for. `isWhole`: with what lies below the screen. */
export async function takePicture(page: Page, name: string, { isWhole = false } = {}): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: isWhole });
}
